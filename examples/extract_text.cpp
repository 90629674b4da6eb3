// Relations of a text: what `relata extract` does for files, for a string.
#include <iostream>

#include "extract/extractor.hpp"

int main() {
    using namespace relata::extract;
    const Knowledge knowledge;  // rules and lists of all languages; one for the whole program
    const Extractor extractor(knowledge);

    Document article;
    article.id = "example-1";
    article.date = "2025-03-04";  // "last May" is reckoned from here
    article.text =
        "Tidewater Systems, founded in 2019 by Jane Roe, has raised $12m from Harbor Ventures. "
        "The company is based in Rotterdam.";

    for (const Relation& relation : extractor.extract(article).relations) {
        std::cout << relation.type << ": " << relation.subject.name << " -> "
                  << relation.object.name << " (" << to_string(relation.status) << ")";
        for (const auto& [key, value] : relation.attributes)
            std::cout << ' ' << key << '=' << value;
        std::cout << "\n  \"" << relation.sentence << "\"\n";
    }
}
