// Prints the text of the articles in the inputs, each after a line with its path: what measure.py
// compares.
#include <iostream>

#include "extract/read/reader.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> inputs(argv + 1, argv + argc);
    relata::extract::ArticleReader reader(inputs, {}, [](const relata::extract::Fault& fault) {
        std::cerr << fault.where << ": " << fault.cause << '\n';
    });
    for (relata::extract::Document article; reader.next(article);)
        std::cout << "\f" << article.path << '\n' << article.text << '\n';
    return 0;
}
