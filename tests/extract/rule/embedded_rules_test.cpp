// All rules that are embedded load, and all their examples hold.
#include <doctest/doctest.h>

#include "extract/language.hpp"
#include "extract/rule/examples.hpp"

using namespace relata::extract;

TEST_CASE("the examples of all embedded rules hold") {
    const Knowledge knowledge;
    for (const std::string& code : knowledge.codes()) {
        const Language& language = knowledge.language(code);
        CHECK(!language.rules.rules().empty());
        for (const ExampleFailure& failure : run_examples(language, knowledge.catalogue())) {
            FAIL_CHECK(failure.file << ":" << failure.line << ": " << failure.rule << "\n  "
                                    << failure.text << "\n  expected " << failure.expected
                                    << "\n  got      " << failure.got << "\n  wanted   "
                                    << failure.near);
        }
    }
}
