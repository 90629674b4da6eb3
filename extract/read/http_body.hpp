// An HTTP response as web archives keep it -> the bytes that were sent: headers off, chunks joined,
// compression (gzip, deflate) undone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata::extract {

struct HttpBody {
    int status = 200;
    std::string media_type;  // "text/html", folded; "" where the server did not say
    std::string charset;     // of the Content-Type, or ""
    std::string content;
    std::string fault;  // why there is no content, or ""
};

// `limit` bounds the unpacked size.
HttpBody read_http(std::string_view response, std::size_t limit);

}  // namespace relata::extract
