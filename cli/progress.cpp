#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "cli/terminal.hpp"

namespace relata::cli {

namespace {

constexpr std::uint64_t kFaultsShown = 20;  // of one cause
constexpr auto kRedraw = std::chrono::milliseconds(100);

std::string fixed(double number, int digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, number);
    return buffer;
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string duration_text(double seconds) {
    if (seconds < 100) return fixed(seconds, seconds < 10 ? 1 : 0) + " s";
    const auto whole = static_cast<unsigned long>(seconds);
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%lu:%02lu:%02lu", whole / 3600, whole / 60 % 60,
                  whole % 60);
    return buffer;
}

std::string bar_text(double share) {
    constexpr std::size_t kCells = 20;
    const auto full = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kCells);
    std::string text;
    for (std::size_t i = 0; i < kCells; ++i) text += i < full ? "█" : "░";
    return text;
}

}  // namespace

std::string count_of(std::uint64_t number, const std::string& singular, const std::string& plural) {
    return grouped(number) + " " + (number == 1 ? singular : plural);
}

std::string size_text(std::uint64_t bytes) {
    constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 999.5 && unit + 1 < std::size(kUnits)) {
        size /= 1000;
        ++unit;
    }
    return fixed(size, unit > 0 && size < 9.95 ? 1 : 0) + " " + kUnits[unit];
}

Progress::Progress(const CommonOptions& common)
    : faults_(common.verbose ? UINT64_MAX : kFaultsShown),
      quiet_(common.quiet),
      bar_(!common.quiet && is_terminal(STDERR_FILENO)),
      colored_(common.colored(STDERR_FILENO)),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

Progress::~Progress() {
    clear();
    if (!faults_.complete()) count_faults();
}

double Progress::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Progress::clear() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

void Progress::show(const extract::ReadCounts& counts, std::uint64_t relations) {
    const auto now = std::chrono::steady_clock::now();
    if (!bar_ || now - last_ < kRedraw) return;
    last_ = now;
    const double passed = seconds();
    const auto bytes = static_cast<double>(counts.bytes);
    std::string line;
    if (counts.total_bytes > 0)
        line = bar_text(bytes / static_cast<double>(counts.total_bytes)) + " ";
    line += size_text(counts.bytes);
    if (counts.total_bytes > 0) line += " of " + size_text(counts.total_bytes);
    line += ", " + count_of(counts.articles, "article", "articles") + ", " +
            count_of(relations, "relation", "relations") + ", " +
            fixed(bytes / 1e6 / std::max(passed, 1e-3), 1) + " MB/s";
    if (counts.total_bytes > counts.bytes && counts.bytes > 0)
        line +=
            ", " +
            duration_text(passed * static_cast<double>(counts.total_bytes - counts.bytes) / bytes) +
            " left";
    std::cerr << "\r\x1b[K" << cut_to_width(line, terminal_width(STDERR_FILENO) - 1) << std::flush;
    drawn_ = true;
}

void Progress::fault(const extract::Fault& fault) {
    if (!faults_.add(fault)) return;
    clear();
    const Style style{colored_};
    std::cerr << "relata: " << (fault.skipped ? style.red("skipped") : style.yellow("mended"))
              << ' ' << fault.where << (fault.where.empty() ? "" : ": ") << fault.cause << '\n';
}

void Progress::summary(const extract::ReadCounts& counts, std::uint64_t relations,
                       const std::string& tail) {
    clear();
    if (quiet_) return;
    const double passed = seconds();
    std::cerr << count_of(counts.articles, "article", "articles") << " ("
              << size_text(counts.text_bytes) << ") in " << duration_text(passed) << ", "
              << fixed(static_cast<double>(counts.text_bytes) / 1e6 / std::max(passed, 1e-3), 1)
              << " MB/s: " << count_of(relations, "relation", "relations") << tail << '\n';
    if (counts.faults == 0) return;
    std::cerr << count_of(counts.faults, "fault", "faults") << " in the input, "
              << (faults_.complete() ? "named above" : "by cause:") << '\n';
}

// Also where the user wants no summary: what was not shown is not lost in silence.
void Progress::count_faults() {
    for (const auto& [cause, count] : faults_.by_cause()) {
        std::cerr << "relata: " << grouped(count) << " × " << cause;
        if (count > kFaultsShown)
            std::cerr << " (the first " << kFaultsShown << " are named above; --verbose names all)";
        std::cerr << '\n';
    }
}

}  // namespace relata::cli
