#include "extract/read/http_body.hpp"

#include <zlib.h>

#include <charconv>
#include <optional>
#include <vector>

#include "base/utf8.hpp"

namespace relata::extract {

namespace {

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\"");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\"") - first + 1);
}

// Joins chunks; nullopt where the bytes are not chunked although the header says so, as in archives
// whose crawler had joined them already.
std::optional<std::string> joined_chunks(std::string_view rest) {
    std::string content;
    for (bool first = true;; first = false) {
        std::string_view line = take_line(rest);
        line = trimmed(line.substr(0, line.find(';')));
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        if (error != std::errc() || end != line.data() + line.size() || line.empty()) {
            if (first) return std::nullopt;
            return content;  // cut off: what came until here
        }
        if (size == 0) return content;
        const std::size_t some = std::min(size, rest.size());
        content += rest.substr(0, some);
        rest.remove_prefix(some);
        take_line(rest);
    }
}

// gzip, zlib or raw deflate; nullopt where it is none of them or larger than the limit.
std::optional<std::string> inflated(std::string_view packed, std::size_t limit, int window_bits) {
    z_stream stream{};
    if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string content;
    std::vector<char> block(64U << 10U);
    int result = Z_OK;
    do {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        result = inflate(&stream, Z_NO_FLUSH);
        content.append(block.data(), block.size() - stream.avail_out);
    } while (result == Z_OK && content.size() <= limit);
    inflateEnd(&stream);
    // A stream that is cut off at its end has given its text already.
    const bool usable = result == Z_STREAM_END || (result == Z_BUF_ERROR && !content.empty());
    return usable && content.size() <= limit ? std::optional(std::move(content)) : std::nullopt;
}

void read_content_type(std::string_view value, HttpBody& body) {
    const std::string folded = utf8::fold(utf8::repair(value));
    body.media_type = std::string(trimmed(std::string_view(folded).substr(0, folded.find(';'))));
    const std::size_t at = folded.find("charset=");
    if (at == std::string::npos) return;
    const std::string_view rest = std::string_view(folded).substr(at + 8);
    body.charset = std::string(trimmed(rest.substr(0, rest.find(';'))));
}

}  // namespace

HttpBody read_http(std::string_view response, std::size_t limit) {
    constexpr int kGzipOrZlib = 15 + 32;
    constexpr int kRawDeflate = -15;
    HttpBody body;
    std::string_view rest = response;
    const std::string_view status = take_line(rest);
    const std::size_t space = status.find(' ');
    if (!status.starts_with("HTTP/") || space == std::string_view::npos) {
        body.fault = "the record holds no HTTP response";
        return body;
    }
    std::from_chars(status.data() + space + 1, status.data() + status.size(), body.status);
    bool chunked = false;
    std::string encoding;
    for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string name = utf8::fold(utf8::repair(line.substr(0, colon)));
        const std::string_view value = trimmed(line.substr(std::min(colon + 1, line.size())));
        if (name == "content-type") read_content_type(value, body);
        if (name == "transfer-encoding")
            chunked = utf8::fold(utf8::repair(value)).find("chunked") != std::string::npos;
        if (name == "content-encoding") encoding = utf8::fold(utf8::repair(value));
    }
    std::optional<std::string> joined = chunked ? joined_chunks(rest) : std::nullopt;
    body.content = joined ? std::move(*joined) : std::string(rest);
    if (encoding.empty() || encoding == "identity" || body.content.empty()) return body;
    // Some crawlers keep the header although they have unpacked the body.
    const bool packed = body.content.starts_with("\x1f\x8b") || encoding == "deflate";
    if (!packed && encoding == "gzip") return body;
    auto unpacked = inflated(body.content, limit, kGzipOrZlib);
    if (!unpacked && encoding == "deflate") unpacked = inflated(body.content, limit, kRawDeflate);
    if (unpacked)
        body.content = std::move(*unpacked);
    else
        body.fault = "its content-encoding '" + encoding + "' cannot be undone";
    return body;
}

}  // namespace relata::extract
