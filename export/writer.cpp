#include "export/writer.hpp"

#include <array>
#include <charconv>
#include <ostream>

#include "base/error.hpp"

namespace relata::exporting {

namespace {

template <typename Number>
void append_number(std::string& buffer, Number number) {
    std::array<char, 32> digits;
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    buffer.append(digits.data(), result.ptr);
}

}  // namespace

Writer& Writer::operator<<(std::uint64_t number) {
    append_number(buffer_, number);
    return *this;
}

Writer& Writer::operator<<(double number) {
    append_number(buffer_, number);
    return *this;
}

void Writer::flush() {
    stream_->write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

void Writer::finish() {
    flush();
    stream_->flush();
    if (!*stream_) throw Error("", "cannot write the export", "check the free space");
}

FileWriter::FileWriter(const std::filesystem::path& path)
    : path_(path), stream_(path, std::ios::binary), writer_(stream_) {
    if (!stream_) throw Error(path.string(), "cannot create the file", "check the folder's rights");
}

void FileWriter::finish() {
    writer_.finish();
    stream_.close();
    if (!stream_) throw Error(path_.string(), "cannot write the file", "check the free space");
}

}  // namespace relata::exporting
