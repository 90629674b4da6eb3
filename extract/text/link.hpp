// Recognises URLs, e-mail addresses and domain names, which are one token each ("fbi.gov",
// "Booking.com").
#pragma once

#include <cstddef>
#include <string_view>

namespace relata::extract {

// A word reaches from byte `start` to `stop`, where one of `.`, `:` or `@` follows. Returns the end
// of the link that the word begins, or `stop` if it begins none.
std::size_t link_end(std::string_view text, std::size_t start, std::size_t stop);

}  // namespace relata::extract
