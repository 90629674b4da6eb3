#include "cli/interrupt.hpp"

namespace relata::cli {

namespace {

// Signal handlers can reach nothing but globals.
volatile std::sig_atomic_t signal_came = 0;

void note(int) { signal_came = 1; }

}  // namespace

InterruptGuard::InterruptGuard() : old_int_{}, old_term_{} {
    struct sigaction action {};
    action.sa_handler = note;
    sigaction(SIGINT, &action, &old_int_);
    sigaction(SIGTERM, &action, &old_term_);
}

InterruptGuard::~InterruptGuard() {
    sigaction(SIGINT, &old_int_, nullptr);
    sigaction(SIGTERM, &old_term_, nullptr);
}

void InterruptGuard::check() {
    if (signal_came != 0) throw Interrupted();
}

}  // namespace relata::cli
