// Writer: a buffer in front of a stream, with the number formatting that every exporter needs.
// Numbers are written with std::to_chars: shortest form that reads back to the same value,
// independent of the locale.
//
//   Writer out(stream);
//   out << "<node id=\"" << xml(node.id) << "\" n=\"" << 3U << "\"/>\n";
//   out.finish();   // throws relata::Error if the stream could not take everything
//
// Without a stream a Writer collects text: Writer text; text << json("a"); text.view().
// Not thread-safe; the stream must outlive the Writer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <string>
#include <string_view>

namespace relata::exporting {

class Writer {
  public:
    Writer() = default;
    explicit Writer(std::ostream& stream) : stream_(&stream) { buffer_.reserve(2 * kFlushAt); }

    Writer& operator<<(std::string_view text) {
        buffer_.append(text);
        if (buffer_.size() >= kFlushAt && stream_ != nullptr) flush();
        return *this;
    }
    Writer& operator<<(const char* text) { return *this << std::string_view(text); }
    Writer& operator<<(char c) {
        buffer_.push_back(c);
        return *this;
    }
    Writer& operator<<(std::uint32_t number) { return *this << std::uint64_t{number}; }
    Writer& operator<<(std::uint64_t number);
    Writer& operator<<(double number);

    // Hands the rest of the buffer to the stream. Throws relata::Error if the stream has failed.
    void finish();
    // What was collected since construction or clear(); for Writers without a stream.
    std::string_view view() const { return buffer_; }
    void clear() { buffer_.clear(); }

  private:
    static constexpr std::size_t kFlushAt = std::size_t{1} << 16;
    void flush();

    std::ostream* stream_ = nullptr;
    std::string buffer_;
};

// A file of a multi-file format. Throws relata::Error if it cannot be opened or written.
class FileWriter {
  public:
    explicit FileWriter(const std::filesystem::path& path);
    Writer& writer() { return writer_; }
    void finish();

  private:
    std::filesystem::path path_;
    std::ofstream stream_;
    Writer writer_;
};

}  // namespace relata::exporting
