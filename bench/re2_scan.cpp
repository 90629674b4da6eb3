// The least that a program built on regular expressions does: finds each place in a file where a
// word of founding, leading or buying stands, in English and German. bench/run compares with it.
//
//   bench_re2_scan FILE
#include <re2/re2.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: bench_re2_scan FILE\n";
        return 2;
    }
    const re2::RE2 words(
        "(?i)(co-?founder|founder|co-?founded|founded|established|launched|chief "
        "executive|\\bceo\\b|"
        "\\bboss\\b|president|chairman|acquir|acquisition|takeover|takes? over|took over|buyout|"
        "\\bbuys?\\b|bought|purchase|merge[sdr]|invest|funding|stake|gründe|gegründet|mitgründer|"
        "vorstand|geschäftsführ|\\bchef|leitet|übernimmt|übernahm|übernomm|kauft|gekauft|kaufte|"
        "fusion|beteilig|finanzier|tochter)");
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    re2::StringPiece rest(text);
    std::size_t found = 0;
    while (re2::RE2::FindAndConsume(&rest, words)) ++found;
    std::cout << found << '\n';
    return 0;
}
