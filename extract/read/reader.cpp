#include "extract/read/reader.hpp"

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "extract/read/byte_source.hpp"
#include "extract/read/charset.hpp"
#include "extract/read/date.hpp"
#include "extract/read/format.hpp"
#include "extract/read/inputs.hpp"

namespace relata::extract {

namespace {

constexpr std::size_t kHead = 64U << 10U;

// "en-US", "EN", "de_AT" -> "en", "en", "de"
std::string language_code(std::string_view tag) {
    std::string code = utf8::fold(tag.substr(0, tag.find_first_of("-_")));
    std::erase_if(code, [](char c) { return c == ' '; });
    return code;
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        if (!utf8::is_space(code)) return false;
        at += length;
    }
    return true;
}

}  // namespace

struct ArticleReader::Impl {
    ReadOptions options;
    FaultHandler on_fault;
    ReadCounts counts;
    std::vector<InputFile> files;
    std::size_t next_file = 0;
    // The file that is being read.
    std::optional<ByteSource> source;
    std::unique_ptr<FormatReader> format;
    std::uint64_t bytes_before = 0;  // of the files before it

    void fault(const Fault& fault) {
        ++counts.faults;
        on_fault(fault);
    }

    void open_next() {
        const InputFile& file = files[next_file++];
        try {
            source.emplace(file.path, options.max_ratio);
            const std::string_view head = source->peek(kHead).substr(0, kHead);
            if (!acceptable(file, head)) return close();
            const Format& found = format_of(file, head);
            context.emplace(FileContext{name_of(file), options, handler});
            format = found.open(*source, *context);
            ++counts.files;
        } catch (const Error& error) {
            fault({"", error.what()});
            close();
        }
    }

    bool is_named(const InputFile& file) const {
        return file.path == "-" && !options.stdin_name.empty();
    }
    // The name of the file in articles and messages.
    const std::string& name_of(const InputFile& file) const {
        return is_named(file) ? options.stdin_name : file.path;
    }

    const Format& format_of(const InputFile& file, std::string_view head) const {
        return options.format.empty() ? recognise_format(head, name_of(file))
                                      : *format_named(options.format);
    }

    bool acceptable(const InputFile& file, std::string_view head) {
        if (is_named(file) && has_foreign_ending(options.stdin_name)) return false;
        if (is_named(file) && options.stdin_line > 1) return true;  // its beginning was looked at
        const std::string_view kind = foreign_kind(head);
        if (!kind.empty()) {
            if (!file.found && !is_named(file))
                fault({file.path, "is " + std::string(kind) + ", which Relata cannot read"});
            return false;
        }
        if (!format_of(file, head).holds_binary && is_binary(head)) {
            fault({name_of(file), "is no text: it holds binary data"});
            return false;
        }
        return true;
    }

    void close() {
        if (source) bytes_before += source->bytes_read();
        format.reset();
        source.reset();
        counts.bytes = bytes_before;
    }

    // Completes an article and checks it; false where it is to be passed over.
    bool complete(Document& article) {
        const std::string& path = name_of(files[next_file - 1]);
        if (article.id.empty()) article.id = path;
        article.path = path;
        article.language = language_code(article.language);
        article.date = iso_date(article.date);
        // JSON may hold NUL characters; they are no text, and C libraries end there.
        if (article.text.find('\0') != std::string::npos) {
            std::replace(article.text.begin(), article.text.end(), '\0', ' ');
            fault({place_of(article), "NUL characters in the text, read as spaces", false});
        }
        if (is_blank(article.text)) {
            fault({place_of(article), "the article has no text"});
            return false;
        }
        if (article.text.size() > options.max_article_size) {
            fault({place_of(article), "the article is longer than --max-article-size"});
            return false;
        }
        ++counts.articles;
        counts.text_bytes += article.text.size();
        return true;
    }

    // The next article of the open file; false at its end.
    bool next_in_file(Document& article) {
        try {
            for (;;) {
                article = Document();
                const bool found = format->next(article);
                counts.bytes = bytes_before + source->bytes_read();
                if (!found) return false;
                if (complete(article)) return true;
            }
        } catch (const Error& error) {
            fault({"", error.what()});
            return false;
        }
    }

    FaultHandler handler = [this](const Fault& found) { fault(found); };
    std::optional<FileContext> context;
};

std::string place_of(const Document& article) {
    if (article.id.starts_with(article.path)) return article.id;  // the file's name, or made of it
    return article.path + " (" + article.id + ")";
}

ArticleReader::ArticleReader(const std::vector<std::string>& inputs, ReadOptions options,
                             FaultHandler on_fault)
    : impl_(std::make_unique<Impl>()) {
    impl_->options = std::move(options);
    impl_->on_fault = std::move(on_fault);
    const std::string& format = impl_->options.format;
    if (!format.empty() && format_named(format) == nullptr) {
        std::string names;
        for (const InputFormatInfo& info : input_formats())
            names += (names.empty() ? "" : ", ") + std::string(info.name);
        throw Error("--input-format", "there is no input format '" + format + "'",
                    "use one of: " + names);
    }
    impl_->files = list_inputs(inputs, impl_->handler);
    bool sizes_known = true;
    for (const InputFile& file : impl_->files) {
        impl_->counts.total_bytes += file.size;
        sizes_known = sizes_known && file.size_known;
    }
    if (!sizes_known) impl_->counts.total_bytes = 0;
}

ArticleReader::~ArticleReader() = default;

bool ArticleReader::next(Document& article) {
    for (;;) {
        if (impl_->format && impl_->next_in_file(article)) return true;
        impl_->close();
        if (impl_->next_file == impl_->files.size()) return false;
        impl_->open_next();
    }
}

const ReadCounts& ArticleReader::counts() const { return impl_->counts; }

}  // namespace relata::extract
