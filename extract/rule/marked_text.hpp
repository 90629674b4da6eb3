// The sentences of examples, in which names are marked ("[Baidus:org.gen] Plattform"), as an
// Analysis (docs/rules.md, "Examples").
#pragma once

#include <string_view>

#include "extract/analysis.hpp"
#include "extract/document.hpp"

namespace relata::extract {

// A document and what is known about it. Stays where it was made: the analysis points into it.
class MarkedText {
  public:
    // Names come from the marks, one entity a name; values and quotations are recognised.
    // Throws relata::Error for a mark that is not understood.
    MarkedText(std::string_view marked, const Language& language);
    MarkedText(const MarkedText&) = delete;
    MarkedText& operator=(const MarkedText&) = delete;

    const Analysis& analysis() const { return analysis_; }

  private:
    Document document_;
    Analysis analysis_;
};

}  // namespace relata::extract
