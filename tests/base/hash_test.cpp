#include "base/hash.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using relata::hash;

TEST_CASE("hash: the same on every machine") {
    // Stored files depend on these; a change needs a new version of the format.
    CHECK(hash("") == hash(std::string_view()));
    CHECK(hash("OpenAI") == 17402832233142581499ULL);
    CHECK(hash("Zhipu AI, Moonshot and MiniMax") == 7104200643303389006ULL);
}

TEST_CASE("hash: every byte and the length count") {
    std::set<std::uint64_t> seen;
    std::string text(40, 'a');
    std::size_t count = 0;
    for (std::size_t length = 0; length <= text.size(); ++length, ++count)
        seen.insert(hash(std::string_view(text).substr(0, length)));
    for (std::size_t length = 1; length <= text.size(); ++length) {
        for (std::size_t i = 0; i < length; ++i, ++count) {
            std::string other = text.substr(0, length);
            other[i] = 'b';
            seen.insert(hash(other));
        }
    }
    CHECK(seen.size() == count);
    CHECK(hash("OpenAI", 1) != hash("OpenAI", 2));
}
