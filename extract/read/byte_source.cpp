#include "extract/read/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kBlock = 256U << 10U;
// Small files may unpack to a large multiple of their size without harm.
constexpr std::uint64_t kHarmless = 64U << 20U;

}  // namespace

ByteSource::ByteSource(const std::string& path, std::uint64_t max_ratio)
    : path_(path),
      descriptor_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      max_ratio_(max_ratio) {
    if (descriptor_.number < 0) throw Error(path, std::strerror(errno));
    struct stat status {};
    if (fstat(descriptor_.number, &status) == 0 && S_ISDIR(status.st_mode))
        throw Error(path, "is a folder");
    while (block_.size() < kPackedHead && read_block()) {
    }
    unpacker_ = unpacker_for(block_);
    packed_ = unpacker_ != nullptr;
    if (!packed_) window_ = std::exchange(block_, "");  // also before a damage that came already
}

ByteSource::Descriptor::~Descriptor() {
    if (number > STDIN_FILENO) close(number);
}

void ByteSource::end(std::string damage) {
    ended_ = true;
    damage_ = std::move(damage);
}

// Reads more of the file behind what is not yet used of it.
bool ByteSource::read_block() {
    block_.erase(0, block_begin_);
    block_begin_ = 0;
    const std::size_t old = block_.size();
    block_.resize(old + kBlock);
    // A signal ends the file: whoever waits for a pipe that is silent wants to be heard.
    const ssize_t count = read(descriptor_.number, block_.data() + old, kBlock);
    block_.resize(old + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count < 0) end(std::strerror(errno));
    read_bytes_ += block_.size() - old;
    return count > 0;
}

// Behind a piece: makes the unpacker of the next one. False at the end of the file.
bool ByteSource::next_piece() {
    // Tapes and some disks fill files up with zeros.
    do {
        const std::size_t data = block_.find_first_not_of('\0', block_begin_);
        block_begin_ = std::min(data, block_.size());
    } while (block_begin_ == block_.size() && read_block());
    while (block_.size() - block_begin_ < kPackedHead && read_block()) {
    }
    if (ended_ || block_begin_ == block_.size()) return false;
    unpacker_ = unpacker_for(std::string_view(block_).substr(block_begin_));
    if (!unpacker_) end("what is behind the packed data, from " + place() + " on, is not packed");
    return unpacker_ != nullptr;
}

std::string ByteSource::place() const {
    return "byte " + std::to_string(read_bytes_ - (block_.size() - block_begin_));
}

std::size_t ByteSource::unpack(std::span<char> out) {
    for (;;) {
        const auto [taken, given, state] =
            unpacker_->step(std::string_view(block_).substr(block_begin_), out);
        block_begin_ += taken;
        const std::string name(unpacker_->name());
        if (state == UnpackState::damaged)
            end("cannot be unpacked: its " + name + " data are damaged near " + place());
        else if (state == UnpackState::too_large)
            end("cannot be unpacked: its " + name + " data need more memory than is allowed");
        else if (state == UnpackState::ended && !next_piece())
            ended_ = true;
        else if (state == UnpackState::more && taken == 0 && given == 0 && !read_block() &&
                 damage_.empty())
            end("cannot be unpacked to its end: the file is truncated, its " + name +
                " data break off at " + place());
        if (given > 0 || ended_) return given;
    }
}

bool ByteSource::fill() {
    if (ended_) return false;
    window_.erase(0, begin_);
    begin_ = 0;
    if (!packed_) {
        if (block_.size() == block_begin_ && !read_block()) ended_ = true;
        window_.append(block_, block_begin_);
        block_begin_ = block_.size();
        return !ended_;
    }
    const std::size_t old = window_.size();
    window_.resize(old + kBlock);
    const std::size_t count = unpack(std::span(window_).subspan(old));
    window_.resize(old + count);
    unpacked_ += count;
    unpacks_too_much_ = unpacked_ > kHarmless && unpacked_ / max_ratio_ > read_bytes_;
    if (unpacks_too_much_)
        end("unpacks to more than " + std::to_string(max_ratio_) + " times its size");
    return count > 0;
}

std::string_view ByteSource::peek(std::size_t count) {
    while (window_.size() - begin_ < count && fill()) {
    }
    if (begin_ == window_.size() && !damage_.empty()) throw Error(path_, damage_);
    return std::string_view(window_).substr(begin_);
}

LineEnd ByteSource::read_line(std::string& line, std::size_t limit) {
    line.clear();
    bool any = false;
    bool too_long = false;
    for (;;) {
        const std::string_view bytes = peek_some();
        if (bytes.empty()) break;
        any = true;
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        if (!too_long) line.append(bytes.substr(0, std::min(end, limit + 1 - line.size())));
        too_long = too_long || line.size() > limit;
        if (end < bytes.size()) {
            take(end + 1);
            break;
        }
        take(bytes.size());
    }
    if (!any) return LineEnd::none;
    if (line.ends_with('\r')) line.pop_back();
    return too_long ? LineEnd::too_long : LineEnd::line;
}

bool ByteSource::read_all(std::string& bytes, std::size_t limit) {
    for (;;) {
        const std::string_view more = peek_some();
        if (more.empty()) return true;
        if (more.size() > limit - std::min(limit, bytes.size())) return false;
        bytes.append(more);
        take(more.size());
    }
}

}  // namespace relata::extract
