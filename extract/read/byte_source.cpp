#include "extract/read/byte_source.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/error.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kBlock = 256U << 10U;
// Small files may unpack to a large multiple of their size without harm.
constexpr std::uint64_t kHarmless = 64U << 20U;

}  // namespace

struct ByteSource::Archive {
    std::string path;
    int descriptor = -1;
    archive* handle = nullptr;
    std::vector<char> block = std::vector<char>(kBlock);
    std::uint64_t read_bytes = 0;
    int read_error = 0;
    bool ended = false;

    ~Archive() {
        archive_read_free(handle);
        if (descriptor > STDIN_FILENO) close(descriptor);
    }

    static la_ssize_t read_block(archive*, void* client, const void** buffer) {
        auto* self = static_cast<Archive*>(client);
        ssize_t count = 0;
        do count = read(self->descriptor, self->block.data(), self->block.size());
        while (count < 0 && errno == EINTR);
        if (count < 0) {
            self->read_error = errno;
            return ARCHIVE_FATAL;
        }
        self->read_bytes += static_cast<std::uint64_t>(count);
        *buffer = self->block.data();
        return count;
    }

    [[noreturn]] void fail() const {
        if (read_error != 0) throw Error(path, std::strerror(read_error));
        const char* cause = archive_error_string(handle);
        throw Error(path, std::string("cannot be unpacked: ") +
                              (cause != nullptr ? cause : "damaged or truncated"));
    }
};

ByteSource::ByteSource(const std::string& path, std::uint64_t max_ratio)
    : archive_(std::make_unique<Archive>()), max_ratio_(max_ratio) {
    Archive& a = *archive_;
    a.path = path;
    a.descriptor = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (a.descriptor < 0) throw Error(path, std::strerror(errno));
    struct stat status {};
    if (fstat(a.descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        throw Error(path, "is a folder");
    a.handle = archive_read_new();
    archive_read_support_filter_gzip(a.handle);
    archive_read_support_filter_zstd(a.handle);
    archive_read_support_filter_bzip2(a.handle);
    archive_read_support_filter_xz(a.handle);
    archive_read_support_format_raw(a.handle);
    archive_read_support_format_empty(a.handle);
    archive_entry* entry = nullptr;
    if (archive_read_open(a.handle, &a, nullptr, Archive::read_block, nullptr) != ARCHIVE_OK)
        a.fail();
    const int result = archive_read_next_header(a.handle, &entry);
    if (result == ARCHIVE_EOF)
        a.ended = true;
    else if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        a.fail();
}

ByteSource::~ByteSource() = default;

std::uint64_t ByteSource::bytes_read() const { return archive_->read_bytes; }

bool ByteSource::packed() const { return archive_filter_count(archive_->handle) > 1; }

bool ByteSource::fill() {
    Archive& a = *archive_;
    if (a.ended) return false;
    window_.erase(0, begin_);
    begin_ = 0;
    const std::size_t old = window_.size();
    window_.resize(old + kBlock);
    const la_ssize_t count = archive_read_data(a.handle, window_.data() + old, kBlock);
    window_.resize(old + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
    if (count < 0) {
        a.ended = true;
        a.fail();
    }
    if (count == 0) a.ended = true;
    unpacked_ += static_cast<std::uint64_t>(count);
    if (unpacked_ > kHarmless && unpacked_ / max_ratio_ > a.read_bytes) {
        a.ended = true;
        throw Error(a.path,
                    "unpacks to more than " + std::to_string(max_ratio_) + " times its size");
    }
    return count > 0;
}

std::string_view ByteSource::peek(std::size_t count) {
    while (window_.size() - begin_ < count && fill()) {
    }
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
