// Images: the tables of a built Lexicon as one string of bytes, made when the program is built, so
// that it need not build them whenever it starts. An image is only read by the build that made it.
//
// A type takes part by a template `archive(Archive& archive) { archive(first_, second_); }` that
// names its members in a fixed order, for the writer and the reader alike.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace relata::extract {

// A vector that is built, or its bytes in an image, which has to outlive the table then: nothing is
// copied, and only what is looked at is ever loaded.
template <typename T>
class Table {
  public:
    Table() = default;
    Table(std::initializer_list<T> values) : built_(values) { look(); }
    explicit Table(std::size_t size) : built_(size) { look(); }
    Table(const Table& other) : built_(other.begin(), other.end()) { look(); }
    Table(Table&& other) noexcept
        : built_(std::move(other.built_)), data_(other.data_), size_(other.size_) {}
    Table& operator=(Table other) noexcept {
        built_ = std::move(other.built_);
        data_ = other.data_;
        size_ = other.size_;
        return *this;
    }
    ~Table() = default;

    static Table in_image(const void* bytes, std::size_t size) {
        Table table;
        table.data_ = static_cast<const T*>(bytes);
        table.size_ = size;
        return table;
    }

    const T* data() const { return data_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const T* begin() const { return data_; }
    const T* end() const { return data_ + size_; }
    const T& operator[](std::size_t i) const { return data_[i]; }
    friend bool operator==(const Table& a, const Table& b) { return std::ranges::equal(a, b); }

    // Only of a table that is built.
    T& at(std::size_t i) { return built_[i]; }
    void push_back(const T& value) {
        built_.push_back(value);
        look();
    }
    void assign(std::size_t size, const T& value) {
        built_.assign(size, value);
        look();
    }

  private:
    void look() {
        data_ = built_.data();
        size_ = built_.size();
    }

    std::vector<T> built_;
    const T* data_ = nullptr;
    std::size_t size_ = 0;
};

// Bytes from `offset` to the next multiple of `alignment`.
inline std::size_t padding(std::size_t offset, std::size_t alignment) {
    return (alignment - offset % alignment) % alignment;
}

class ImageWriter {
  public:
    template <typename... Members>
    void operator()(Members&... members) {
        (write(members), ...);
    }
    std::string take() && { return std::move(bytes_); }

  private:
    template <typename T>
    void write(T& value) {
        if constexpr (std::is_trivially_copyable_v<T>) {
            bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
        } else {
            value.archive(*this);
        }
    }
    void write(std::string& text) {
        std::size_t size = text.size();
        write(size);
        bytes_ += text;
    }
    template <typename T>
    void write(std::vector<T>& values) {
        std::size_t size = values.size();
        write(size);
        if constexpr (std::is_trivially_copyable_v<T>) {
            bytes_.append(reinterpret_cast<const char*>(values.data()), size * sizeof(T));
        } else {
            for (T& value : values) write(value);
        }
    }

    template <typename T>
    void write(Table<T>& table) {
        static_assert(std::is_trivially_copyable_v<T>);
        std::size_t size = table.size();
        write(size);
        bytes_.resize(bytes_.size() + padding(bytes_.size(), alignof(T)));
        bytes_.append(reinterpret_cast<const char*>(table.data()), size * sizeof(T));
    }

    std::string bytes_;
};

// Throws std::invalid_argument where the bytes end too early. The image begins at an address that
// is a multiple of 16, and outlives what is read.
class ImageReader {
  public:
    explicit ImageReader(std::string_view bytes) : size_(bytes.size()), rest_(bytes) {}

    template <typename... Members>
    void operator()(Members&... members) {
        (read(members), ...);
    }

  private:
    const char* take(std::size_t size) {
        if (size > rest_.size()) throw std::invalid_argument("the image is cut off");
        const char* bytes = rest_.data();
        rest_.remove_prefix(size);
        return bytes;
    }
    void copy(void* into, std::size_t size) {
        const char* bytes = take(size);
        if (size > 0) std::memcpy(into, bytes, size);
    }
    template <typename T>
    void read(T& value) {
        if constexpr (std::is_trivially_copyable_v<T>) {
            copy(&value, sizeof(T));
        } else {
            value.archive(*this);
        }
    }
    void read(std::string& text) {
        std::size_t size = 0;
        read(size);
        text.resize(size);
        copy(text.data(), size);
    }
    template <typename T>
    void read(std::vector<T>& values) {
        std::size_t size = 0;
        read(size);
        values.resize(size);
        if constexpr (std::is_trivially_copyable_v<T>) {
            copy(values.data(), size * sizeof(T));
        } else {
            for (T& value : values) read(value);
        }
    }

    template <typename T>
    void read(Table<T>& table) {
        std::size_t size = 0;
        read(size);
        take(padding(size_ - rest_.size(), alignof(T)));
        if (size > rest_.size() / sizeof(T)) throw std::invalid_argument("the image is cut off");
        table = Table<T>::in_image(take(size * sizeof(T)), size);
    }

    std::size_t size_;
    std::string_view rest_;
};

}  // namespace relata::extract
