#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <fcntl.h>

#include "base/error.hpp"
#include "extract/read/byte_source.hpp"
#include "reading.hpp"

using namespace relata::extract;
using relata::test::packed;
using relata::test::read_all;
using relata::test::read_content;
using relata::test::TemporaryFolder;

TEST_CASE("files of a folder come sorted, with those inside of its folders") {
    const TemporaryFolder folder;
    folder.write("b.txt", "Second.");
    folder.write("a/z.txt", "First.");
    folder.write("c.txt", "Third.");
    folder.write(".hidden/x.txt", "Never.");
    folder.write("page_files/style.css", "p { }");
    const auto reading = read_all({folder.path()});
    REQUIRE(reading.articles.size() == 3);
    CHECK(reading.articles[0].text == "First.");
    CHECK(reading.articles[1].text == "Second.");
    CHECK(reading.articles[2].id == folder.path("c.txt"));
    CHECK(reading.faults.empty());
    CHECK(reading.counts.total_bytes == 7 + 6 + 6);
    CHECK(reading.counts.bytes == reading.counts.total_bytes);
}

TEST_CASE("a folder that links lead back to is entered once") {
    const TemporaryFolder folder;
    folder.write("a.txt", "Once.");
    std::filesystem::create_directory_symlink(folder.path(), folder.path("loop"));
    CHECK(read_all({folder.path()}).articles.size() == 1);
}

TEST_CASE("a glob stands for the files that match") {
    const TemporaryFolder folder;
    folder.write("a1.txt", "One.");
    folder.write("a2.txt", "Two.");
    folder.write("b.txt", "No.");
    CHECK(read_all({folder.path("a*.txt")}).articles.size() == 2);
    CHECK(read_all({folder.path("c*.txt")}).has_fault("no file matches"));
}

TEST_CASE("inputs that are not there or cannot be read are named, and the others are read") {
    const TemporaryFolder folder;
    const std::string good = folder.write("good.txt", "Good.");
    std::filesystem::create_symlink("nowhere", folder.path("dangling.txt"));
    const auto reading = read_all({folder.path("missing.txt"), folder.path("dangling.txt"), good});
    CHECK(reading.articles.size() == 1);
    CHECK(reading.faults.size() == 2);
    CHECK(reading.has_fault("missing.txt: No such file or directory"));
}

TEST_CASE("packed files are read by their content, whatever they are called") {
    const std::string text = "An article about OpenAI.\n";
    for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
        CAPTURE(filter);
        const auto reading = read_content("article", packed(text, filter));
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == text);
    }
}

TEST_CASE("several packed pieces behind each other are one file") {
    for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
        CAPTURE(filter);
        const std::string two =
            packed("{\"text\": \"One.\"}\n", filter) + packed("{\"text\": \"Two.\"}\n", filter);
        CHECK(read_content("a.jsonl", two).articles.size() == 2);
    }
}

namespace {

// Sentences that hardly repeat themselves, so that packed files stay long.
std::string noisy_text(int sentences) {
    std::string text;
    std::uint32_t noise = 1;
    for (int i = 0; i < sentences; ++i) {
        noise = noise * 1664525 + 1013904223;
        text += "Sentence " + std::to_string(i) + " says " + std::to_string(noise) + ".\n";
    }
    return text;
}

// The first half of what a text packs to; checks that its article is a good part of the text.
relata::test::Reading read_first_half(const std::string& text, const char* format,
                                      std::size_t& bytes_left) {
    std::string bytes = packed(text, format);
    bytes_left = bytes.size() / 2;
    bytes.resize(bytes_left);
    auto reading = read_content("a.txt", bytes);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text.size() > text.size() / 4);
    CHECK(text.starts_with(reading.articles[0].text));
    return reading;
}

}  // namespace

TEST_CASE("a small file that is cut off gives the text before") {
    const std::string text = noisy_text(1000);
    for (const char* format : {"gzip", "xz"}) {
        CAPTURE(format);
        std::size_t bytes_left = 0;
        const auto reading = read_first_half(text, format, bytes_left);
        REQUIRE(reading.faults.size() == 1);
        CHECK(reading.has_fault("a.txt: cannot be unpacked to its end: the file is truncated"));
        CHECK(reading.has_fault("break off at byte " + std::to_string(bytes_left)));
    }
}

TEST_CASE("of packing in blocks that is cut off all whole blocks are given") {
    const std::string text = noisy_text(100'000);
    for (const char* format : {"zstd", "bzip2"}) {
        CAPTURE(format);
        std::size_t bytes_left = 0;
        CHECK(read_first_half(text, format, bytes_left).has_fault("truncated"));
    }
}

TEST_CASE("one byte that is missing, or wrong, costs no text that stands before it") {
    const std::string text = noisy_text(1000);
    std::string bytes = packed(text, "gzip");
    std::string wrong_sum = bytes;
    wrong_sum[wrong_sum.size() - 8] = static_cast<char>(~wrong_sum[wrong_sum.size() - 8]);
    bytes.pop_back();
    for (const std::string& file : {bytes, wrong_sum}) {
        const auto reading = read_content("a.txt", file);
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == text);
        CHECK(reading.faults.size() == 1);
    }
    CHECK(read_content("a.txt", wrong_sum).has_fault("its gzip data are damaged near byte"));
}

TEST_CASE("of packed JSON Lines that are cut off all whole lines are read") {
    std::string lines;
    for (int i = 0; i < 300; ++i)
        lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" + std::to_string(i * i) +
                 " words\"}\n";
    const std::string bytes = packed(lines, "gzip");
    std::size_t before = 0;
    for (std::size_t size = 20; size < bytes.size(); size += bytes.size() / 8) {
        CAPTURE(size);
        const auto reading = read_content("a.jsonl.gz", bytes.substr(0, size));
        CHECK(reading.articles.size() >= before);
        CHECK(reading.faults.size() == 1);
        CHECK(reading.has_fault("a.jsonl.gz: cannot be unpacked to its end"));
        before = reading.articles.size();
    }
    CHECK(before > 150);
}

TEST_CASE("zeros behind packed data are nothing, other bytes a fault") {
    const std::string bytes = packed("{\"text\": \"One.\"}\n", "gzip");
    CHECK(read_content("a.jsonl", bytes + std::string(1000, '\0')).faults.empty());
    const auto reading = read_content("a.jsonl", bytes + "more");
    CHECK(reading.articles.size() == 1);
    CHECK(reading.has_fault("what is behind the packed data, from byte " +
                            std::to_string(bytes.size()) + " on, is not packed"));
}

TEST_CASE("a file that unpacks to far too much is given up") {
    const std::string zeros(200U << 20U, ' ');
    ReadOptions options;
    options.max_ratio = 100;
    const auto reading = read_content("a.jsonl.gz", packed(zeros, "gzip"), options);
    CHECK(reading.articles.empty());
    CHECK(reading.has_fault("unpacks to more than 100 times its size"));
}

TEST_CASE("of a text that unpacks to far too much nothing is taken as an article") {
    std::string words;
    while (words.size() < (200U << 20U)) words += "words and more words ";
    ReadOptions options;
    options.max_ratio = 100;
    options.max_article_size = 1U << 30U;
    const auto reading = read_content("a.txt", packed(words, "gzip"), options);
    CHECK(reading.articles.empty());
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.has_fault("a.txt: unpacks to more than 100 times its size"));
}

TEST_CASE("packed files that want too much memory are not told to be damaged") {
    // Headers that ask for a dictionary of 1.5 GB, and for a window of 2 GB.
    const std::string xz(
        "\xFD\x37zXZ\0\0\x01\x69\x22\xDE\x36\x02\0\x21\x01\x25\0\0\0\x3B\x78\x7B\x41", 24);
    const std::string zstd("\x28\xB5\x2F\xFD\0\xA8\x01\0\0", 9);
    CHECK(
        read_content("a.txt", xz)
            .has_fault("a.txt: cannot be unpacked: its xz data need more memory than is allowed"));
    CHECK(read_content("a.txt", zstd)
              .has_fault("a.txt: cannot be unpacked: its zstd data need more memory"));
}

TEST_CASE("bytes before a fault of reading are given, as few as they are") {
    const TemporaryFolder folder;
    const std::string pipe = folder.path("pipe");
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const int writer = open(pipe.c_str(), O_RDWR);
    REQUIRE(write(writer, "abc", 3) == 3);
    struct sigaction action {
    }, before{};
    action.sa_handler = [](int) {};
    sigaction(SIGALRM, &action, &before);
    const itimerval often{{0, 50'000}, {0, 50'000}};
    setitimer(ITIMER_REAL, &often, nullptr);
    ByteSource source(pipe, 100);
    std::string bytes;
    CHECK_THROWS_WITH_AS(source.read_all(bytes, 100), doctest::Contains("Interrupted"),
                         relata::Error);
    CHECK(bytes == "abc");
    const itimerval never{};
    setitimer(ITIMER_REAL, &never, nullptr);
    sigaction(SIGALRM, &before, nullptr);
    close(writer);
}

TEST_CASE("files that hold no text are named, and passed over in silence inside of folders") {
    const TemporaryFolder folder;
    const std::string pdf = folder.write("paper", "%PDF-1.5 ...");
    CHECK(read_all({pdf}).has_fault("is a PDF file, which Relata cannot read"));
    CHECK(read_all({folder.path()}).faults.empty());
    const std::string noise = folder.write("noise.txt", std::string("\0\1\2\3\4\5\6\7", 8));
    CHECK(read_all({folder.path()}).has_fault("binary data"));
}

TEST_CASE("an empty file, and one of white space, are articles without text") {
    CHECK(read_content("a.txt", "").has_fault("a.txt: the article has no text"));
    CHECK(read_content("a.txt", " \n\t ").has_fault("a.txt: the article has no text"));
}

TEST_CASE("articles longer than the limit are named and passed over") {
    ReadOptions options;
    options.max_article_size = 10;
    CHECK(read_content("a.txt", "Longer than ten bytes.", options).has_fault("--max-article-size"));
    CHECK(read_content("a.txt", "Short.", options).articles.size() == 1);
}

TEST_CASE("an unknown format is an error that lists those that are known") {
    ReadOptions options;
    options.format = "pdf";
    CHECK_THROWS_WITH_AS(read_content("a.txt", "x", options),
                         doctest::Contains("use one of: warc, feed, html"), relata::Error);
}

TEST_CASE("a format that is named stands against what the content looks like") {
    ReadOptions options;
    options.format = "text";
    const auto reading = read_content("a.jsonl", "{\"text\": \"Hello.\"}\n", options);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "{\"text\": \"Hello.\"}\n");
}
