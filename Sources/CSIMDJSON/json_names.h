// The names under which the fields of an article are found when nobody said what they are called.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace newsprint {

// Where an object holds the value that it stands for, the likeliest first: `{"source": {"id": null, "name": "Ledger"}}`.
constexpr const char *inner_names[] = {"name", "rendered", "text", "value"};
// Ranks of a name: the value itself, then those inside it.
constexpr int ranks_a_name = 8;

inline uint8_t lower(uint8_t byte) { return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte; }

// Another name of a field, which counts without regard to case.
struct OtherName {
  int field;
  // Its place among the field's names; 0 is the field's own.
  uint8_t place;
  std::vector<uint8_t> letters;
};

// All other names, by length and letters at the ends, so that most keys are compared with none.
class OtherNames {
  std::vector<OtherName> drawers[128];

  static size_t drawer(const uint8_t *key, size_t length) {
    return (length * 31 + lower(key[0]) + 7u * lower(key[length - 1])) & 127;
  }

public:
  // One bit for each field whose own name nobody chose: an object may hold its value inside.
  uint32_t guessed = 0;

  void set(uint32_t guessed_fields, size_t count, const uint8_t *fields, const uint8_t *names, const uint32_t *lengths) {
    guessed = guessed_fields;
    for (auto &names_there : drawers) names_there.clear();
    uint8_t places[32] = {0};
    for (size_t i = 0; i < count; names += lengths[i++]) {
      if (lengths[i] == 0) continue;
      OtherName name{fields[i], ++places[fields[i] & 31], {names, names + lengths[i]}};
      drawers[drawer(names, lengths[i])].push_back(std::move(name));
    }
  }

  // The other name that a key is, or null.
  const OtherName *find(const uint8_t *key, size_t length) const {
    if (!guessed || length == 0) return nullptr;
    for (const OtherName &name : drawers[drawer(key, length)]) {
      if (name.letters.size() != length) continue;
      size_t same = 0;
      while (same < length && name.letters[same] == lower(key[same])) same++;
      if (same == length) return &name;
    }
    return nullptr;
  }
};

} // namespace newsprint
