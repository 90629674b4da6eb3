// Cuts a JSON array, or objects that follow each other, into single objects without parsing them,
// so that a file of any size can be read one object at a time.
#pragma once

#include <cstdint>
#include <string>

#include "extract/read/byte_source.hpp"

namespace relata::extract {

enum class SplitJson {
    object,     // a whole object
    no_object,  // something else where an object should be; it was passed over
    too_large,  // an object larger than the limit; it was passed over
    cut_off,    // the source ended inside of an object
    end         // the source was at its end
};

class JsonSplitter {
  public:
    JsonSplitter(ByteSource& source, std::size_t limit) : source_(source), limit_(limit) {}
    // The next object of the array or sequence; `line` is where it begins, from 1.
    SplitJson next(std::string& object, std::uint64_t& line);

  private:
    SplitJson read_object(std::string& object);
    void skip_to_object();

    ByteSource& source_;
    std::size_t limit_;
    std::uint64_t line_ = 1;
};

}  // namespace relata::extract
