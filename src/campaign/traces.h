// What is kept of the records: the calls of strangers, and which hosts a phone met and when.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "campaign/names.h"
#include "lake/lake_rows.h"

namespace bridle::campaign {

// A file of a phone, as court asks for it.
struct Source {
  std::uint32_t phone;
  std::string artefact, exhibit, path, sha256 = {};
};

// Where a record lies.
inline Source source_of(const LakeRecord& record, std::uint32_t phone, std::string_view artefact) {
  return {.phone = phone,
          .artefact = std::string(artefact),
          .exhibit = std::string(record.exhibit),
          .path = std::string(record.path),
          .sha256 = std::string(record.sha256)};
}

// The files that rows lie in, by number.
class Sources {
 public:
  std::uint32_t number_of(const Source& source) {
    const std::string key = std::to_string(source.phone) + '\0' + source.artefact + '\0' +
                            source.exhibit + '\0' + source.path + '\0' + source.sha256;
    const std::uint32_t number = keys_.number_of(key);
    if (number == sources_.size()) sources_.push_back(source);
    return number;
  }
  const Source& operator[](std::uint32_t number) const { return sources_[number]; }

 private:
  Names keys_;
  std::vector<Source> sources_;
};

struct Origin {
  std::uint32_t source;
  std::uint64_t row;
};

enum class Answer : std::uint8_t { none, talked };
enum class Picture : std::uint8_t { voice, video };
enum class Whose : std::uint8_t { theirs, ours };  // who called

// A call between a phone and somebody who is not in its address book.
struct Call {
  std::uint32_t account, phone;
  Time time;
  Whose by;
  Answer answer;
  Picture picture;
  std::int64_t bytes;  // that arrived
  Origin origin;
};

// How the missed calls of people in the address book look: what is usual among those, too, says
// nothing against a stranger.
struct Usual {
  std::uint64_t missed = 0, video = 0, carried = 0;
};

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // account, phone

// Numbers that stand for texts in what follows.
struct Words {
  Names phones, accounts, hosts;
  Sources sources;
};

struct Traces {
  std::vector<Call> calls;    // by account, phone and time
  std::vector<Pair> written;  // whom the owners wrote to; sorted
  Usual usual;
};

}  // namespace bridle::campaign
