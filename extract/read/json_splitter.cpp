#include "extract/read/json_splitter.hpp"

namespace relata::extract {

SplitJson JsonSplitter::next(std::string& object, std::uint64_t& line) {
    object.clear();
    for (;;) {
        const std::string_view bytes = source_.peek_some();
        if (bytes.empty()) return SplitJson::end;
        const char c = bytes.front();
        line = line_;
        if (c == '{') return read_object(object);
        if (c == '\n') ++line_;
        const bool between =
            std::string_view(" \t\r\n[],\xEF\xBB\xBF").find(c) != std::string_view::npos;
        source_.take(1);
        if (between) continue;
        skip_to_object();
        return SplitJson::no_object;
    }
}

SplitJson JsonSplitter::read_object(std::string& object) {
    std::uint64_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    bool too_large = false;
    for (;;) {
        const std::string_view bytes = source_.peek_some();
        if (bytes.empty()) return SplitJson::cut_off;
        std::size_t at = 0;
        bool complete = false;
        while (at < bytes.size() && !complete) {
            const char c = bytes[at++];
            if (c == '\n') ++line_;
            if (escaped)
                escaped = false;
            else if (in_string)
                c == '\\' ? escaped = true : c == '"' ? in_string = false : true;
            else if (c == '"')
                in_string = true;
            else if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                complete = --depth == 0;
        }
        if (!too_large) object.append(bytes.substr(0, at));
        source_.take(at);
        if (object.size() > limit_) {
            too_large = true;
            object.clear();
        }
        if (complete) return too_large ? SplitJson::too_large : SplitJson::object;
    }
}

void JsonSplitter::skip_to_object() {
    for (;;) {
        const std::string_view bytes = source_.peek_some();
        if (bytes.empty()) return;
        std::size_t at = 0;
        while (at < bytes.size() && bytes[at] != '{' && bytes[at] != ',')
            line_ += bytes[at++] == '\n';
        source_.take(at);
        if (at < bytes.size()) return;
    }
}

}  // namespace relata::extract
