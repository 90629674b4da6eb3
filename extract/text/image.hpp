// Images: the tables of a built Lexicon as one string of bytes, made when the program is built, so
// that it need not build them whenever it starts. An image is only read by the build that made it.
//
// A type takes part by a template `archive(Archive& archive) { archive(first_, second_); }` that
// names its members in a fixed order, for the writer and the reader alike.
#pragma once

#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace relata::extract {

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

    std::string bytes_;
};

// Throws std::invalid_argument where the bytes end too early.
class ImageReader {
  public:
    explicit ImageReader(std::string_view bytes) : rest_(bytes) {}

    template <typename... Members>
    void operator()(Members&... members) {
        (read(members), ...);
    }

  private:
    void copy(void* into, std::size_t size) {
        if (size > rest_.size()) throw std::invalid_argument("the image is cut off");
        if (size > 0) std::memcpy(into, rest_.data(), size);
        rest_.remove_prefix(size);
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

    std::string_view rest_;
};

}  // namespace relata::extract
