#include "graph/query/aggregate.hpp"

namespace relata::graph::query {

bool Accumulator::add(const Value& value) {
    if (value.is_null()) return true;
    if (aggregate_->distinct && !seen_.insert(value).second) return true;
    ++count_;
    switch (aggregate_->function) {
        case Function::collect:
            list_.push_back(value);
            return true;
        case Function::min:
            if (count_ == 1 || order(value, extreme_, *graph_) < 0) extreme_ = value;
            return true;
        case Function::max:
            if (count_ == 1 || order(value, extreme_, *graph_) > 0) extreme_ = value;
            return true;
        case Function::avg:
        case Function::sum:
            if (const auto* i = std::get_if<std::int64_t>(&value.data)) {
                integers_ = integers_ && !__builtin_add_overflow(integer_sum_, *i, &integer_sum_);
                real_sum_ += static_cast<double>(*i);
                return true;
            }
            if (const auto* d = std::get_if<double>(&value.data)) {
                integers_ = false;
                real_sum_ += *d;
                return true;
            }
            return false;
        default:
            return true;
    }
}

Value Accumulator::result() const {
    switch (aggregate_->function) {
        case Function::count:
            return Value(count_);
        case Function::collect:
            return Value(list_);
        case Function::avg:
            return count_ == 0 ? Value() : Value(real_sum_ / static_cast<double>(count_));
        case Function::sum:
            return integers_ ? Value(integer_sum_) : Value(real_sum_);
        default:
            return extreme_;
    }
}

}  // namespace relata::graph::query
