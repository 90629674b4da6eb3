// Ctrl-C and SIGTERM during long work: the work asks between two articles whether it is to end, so
// that temporary files are removed and nothing half-written is left.
#pragma once

#include <csignal>
#include <exception>

namespace relata::cli {

struct Interrupted : std::exception {
    static constexpr int kStatus = 130;  // what shells expect: 128 + SIGINT
    const char* what() const noexcept override { return "interrupted"; }
};

// While one exists, SIGINT and SIGTERM are noted instead of ending the program at once.
class InterruptGuard {
  public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
    // Throws Interrupted if a signal came.
    static void check();

  private:
    struct sigaction old_int_, old_term_;
};

}  // namespace relata::cli
