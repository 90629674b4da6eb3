#include "cli/fault_counts.hpp"

#include <string_view>

namespace relata::cli {

namespace {

constexpr std::size_t kMostCauses = 100;  // hostile inputs do not fill the memory with them
constexpr const char* kOther = "other causes";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The cause without what differs from fault to fault.
std::string cause_of(const extract::Fault& fault) {
    std::string_view cause = fault.cause;
    if (fault.where.empty()) {  // the cause begins with the place
        const std::size_t colon = cause.find(": ");
        if (colon != std::string_view::npos) cause.remove_prefix(colon + 2);
    }
    std::string result;
    for (std::size_t i = 0; i < cause.size(); ++i) {
        const char c = cause[i];
        if (is_digit(c) && (i == 0 || cause[i - 1] == ' ')) {
            while (i + 1 < cause.size() && is_digit(cause[i + 1])) ++i;
            result += "…";
        } else if (c == '"' && cause.find('"', i + 1) != std::string_view::npos) {
            i = cause.find('"', i + 1);
            result += "\"…\"";
        } else {
            result += c;
        }
    }
    return result;
}

}  // namespace

bool FaultCounts::add(const extract::Fault& fault) {
    std::string cause = cause_of(fault);
    if (by_cause_.size() >= kMostCauses && !by_cause_.contains(cause)) cause = kOther;
    if (++by_cause_[std::move(cause)] <= shown_) return true;
    ++hidden_;
    return false;
}

}  // namespace relata::cli
