#include "extract/read/unpacker.hpp"

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <limits>
#include <new>

namespace relata::extract {

namespace {

// The libraries' streams count in 32 bits.
constexpr std::size_t kMostAtOnce = std::numeric_limits<int>::max();

unsigned limited(std::size_t size) { return static_cast<unsigned>(std::min(size, kMostAtOnce)); }

// gzip and bzip2, whose streams are alike but for the types. `Library` has their functions.
template <class Library>
class StreamUnpacker : public Unpacker {
  public:
    StreamUnpacker() {
        if (!Library::open(stream_)) throw std::bad_alloc();
    }
    ~StreamUnpacker() override { Library::close(stream_); }
    StreamUnpacker(const StreamUnpacker&) = delete;
    StreamUnpacker& operator=(const StreamUnpacker&) = delete;

    Step step(std::string_view packed, std::span<char> out) override {
        const unsigned in_size = limited(packed.size()), out_size = limited(out.size());
        stream_.next_in = reinterpret_cast<decltype(stream_.next_in)>(
            const_cast<char*>(packed.data()));  // the libraries do not write there
        stream_.next_out = reinterpret_cast<decltype(stream_.next_out)>(out.data());
        stream_.avail_in = in_size;
        stream_.avail_out = out_size;
        const UnpackState state = Library::run(stream_);
        return {in_size - stream_.avail_in, out_size - stream_.avail_out, state};
    }
    std::string_view name() const override { return Library::kName; }

  private:
    typename Library::Stream stream_{};
};

struct Gzip {
    using Stream = z_stream;
    static constexpr std::string_view kName = "gzip", kMagic = "\x1F\x8B";
    static constexpr int kGzipHeader = 15 + 16;
    static bool open(Stream& stream) { return inflateInit2(&stream, kGzipHeader) == Z_OK; }
    static void close(Stream& stream) { inflateEnd(&stream); }
    static UnpackState run(Stream& stream) {
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END) return UnpackState::ended;
        // Z_BUF_ERROR: nothing could be done without more bytes.
        return result == Z_OK || result == Z_BUF_ERROR ? UnpackState::more : UnpackState::damaged;
    }
};

struct Bzip2 {
    using Stream = bz_stream;
    static constexpr std::string_view kName = "bzip2", kMagic = "BZh";
    static bool open(Stream& stream) { return BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK; }
    static void close(Stream& stream) { BZ2_bzDecompressEnd(&stream); }
    static UnpackState run(Stream& stream) {
        const int result = BZ2_bzDecompress(&stream);
        if (result == BZ_STREAM_END) return UnpackState::ended;
        return result == BZ_OK ? UnpackState::more : UnpackState::damaged;
    }
};

class XzUnpacker : public Unpacker {
  public:
    static constexpr std::string_view kMagic{"\xFD\x37zXZ\0", 6};
    // `xz -9` needs 65 MB; files that want much more are made to hurt.
    static constexpr std::uint64_t kMostMemory = 256U << 20U;

    XzUnpacker() {
        if (lzma_stream_decoder(&stream_, kMostMemory, 0) != LZMA_OK) throw std::bad_alloc();
    }
    ~XzUnpacker() override { lzma_end(&stream_); }
    XzUnpacker(const XzUnpacker&) = delete;
    XzUnpacker& operator=(const XzUnpacker&) = delete;

    Step step(std::string_view packed, std::span<char> out) override {
        stream_.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
        stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data());
        stream_.avail_in = packed.size();
        stream_.avail_out = out.size();
        const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
        UnpackState state = UnpackState::damaged;
        if (result == LZMA_MEMLIMIT_ERROR) state = UnpackState::too_large;
        if (result == LZMA_STREAM_END) state = UnpackState::ended;
        if (result == LZMA_OK || result == LZMA_BUF_ERROR) state = UnpackState::more;
        return {packed.size() - stream_.avail_in, out.size() - stream_.avail_out, state};
    }
    std::string_view name() const override { return "xz"; }

  private:
    lzma_stream stream_ = LZMA_STREAM_INIT;
};

class ZstdUnpacker : public Unpacker {
  public:
    static bool made(std::string_view head) {
        // A frame, or one to be skipped, with which parallel packers begin.
        return head.starts_with("\x28\xB5\x2F\xFD") ||
               (head.size() > 3 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2A\x4D\x18");
    }

    ZstdUnpacker() : stream_(ZSTD_createDStream()) {
        if (!stream_) throw std::bad_alloc();
    }
    Step step(std::string_view packed, std::span<char> out) override {
        ZSTD_inBuffer in{packed.data(), packed.size(), 0};
        ZSTD_outBuffer unpacked{out.data(), out.size(), 0};
        const std::size_t result = ZSTD_decompressStream(stream_.get(), &unpacked, &in);
        UnpackState state = result == 0 ? UnpackState::ended : UnpackState::more;
        if (ZSTD_isError(result) != 0) state = UnpackState::damaged;
        // The library's own limit: a window of 128 MB, which only `zstd --long=28` and more exceed.
        if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge)
            state = UnpackState::too_large;
        return {in.pos, unpacked.pos, state};
    }
    std::string_view name() const override { return "zstd"; }

  private:
    struct Free {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Free> stream_;
};

}  // namespace

std::unique_ptr<Unpacker> unpacker_for(std::string_view head) {
    // Behind bzip2's three letters stands a digit: texts may begin with "BZh" as well.
    const bool bzip2 =
        head.starts_with(Bzip2::kMagic) && head.size() > 3 && head[3] >= '1' && head[3] <= '9';
    if (head.starts_with(Gzip::kMagic)) return std::make_unique<StreamUnpacker<Gzip>>();
    if (bzip2) return std::make_unique<StreamUnpacker<Bzip2>>();
    if (head.starts_with(XzUnpacker::kMagic)) return std::make_unique<XzUnpacker>();
    if (ZstdUnpacker::made(head)) return std::make_unique<ZstdUnpacker>();
    return nullptr;
}

}  // namespace relata::extract
