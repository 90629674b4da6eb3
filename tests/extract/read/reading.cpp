#include "reading.hpp"

#include <bzlib.h>
#include <lzma.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <stdexcept>

namespace relata::test {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "relata-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return path(name);
}

std::string TemporaryFolder::path(const std::string& name) const {
    return (name.empty() ? folder_ : folder_ / name).string();
}

bool Reading::has_fault(std::string_view part) const {
    for (const std::string& fault : faults)
        if (fault.find(part) != std::string::npos) return true;
    return false;
}

Reading read_all(const std::vector<std::string>& inputs, const extract::ReadOptions& options) {
    Reading reading;
    extract::ArticleReader reader(inputs, options, [&](const extract::Fault& fault) {
        reading.faults.push_back(fault.where + ": " + fault.cause);
    });
    for (extract::Document article; reader.next(article);) reading.articles.push_back(article);
    reading.counts = reader.counts();
    return reading;
}

Reading read_content(const std::string& name, std::string_view bytes,
                     const extract::ReadOptions& options) {
    const TemporaryFolder folder;
    return read_all({folder.write(name, bytes)}, options);
}

namespace {

std::string gzipped(std::string_view bytes) {
    z_stream stream{};
    constexpr int kGzip = 15 + 16;
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string bzipped(std::string_view bytes) {
    auto size = static_cast<unsigned>(bytes.size() + bytes.size() / 50 + 1000);
    std::string out(size, '\0');
    BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char*>(bytes.data()),
                             static_cast<unsigned>(bytes.size()), 1, 0, 0);
    out.resize(size);
    return out;
}

std::string xz(std::string_view bytes) {
    std::string out(lzma_stream_buffer_bound(bytes.size()), '\0');
    std::size_t used = 0;
    lzma_easy_buffer_encode(1, LZMA_CHECK_CRC64, nullptr,
                            reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
                            reinterpret_cast<std::uint8_t*>(out.data()), &used, out.size());
    out.resize(used);
    return out;
}

std::string zstd(std::string_view bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
    return out;
}

}  // namespace

std::string packed(std::string_view bytes, const std::string& format) {
    if (format == "gzip") return gzipped(bytes);
    if (format == "bzip2") return bzipped(bytes);
    return format == "xz" ? xz(bytes) : zstd(bytes);
}

}  // namespace relata::test
