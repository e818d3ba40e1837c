// The second stage: from simdjson's structural index to fields in an arena. See include/json_records.h.
#include "json_records.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <memory>
#include <new>
#include <vector>

#include <simdjson.h>

#include "json_names.h"
#include "json_walker.h"

// Paths are followed by recursion; longer ones lead nowhere.
static constexpr int max_path_points = 32;

using newsprint::OtherName;
using newsprint::OtherNames;

struct newsprint_json_parser {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;
  std::vector<newsprint_json_record> records;
  std::vector<uint8_t> names;
  newsprint_range name_ranges[NEWSPRINT_FIELD_COUNT];
  std::vector<uint8_t> key;

  // Makes room for a document of `length` bytes.
  bool reserve(size_t length) {
    if (stage && stage->capacity() >= length) return true;
    size_t capacity = stage ? stage->capacity() : 8 * 1024;
    // The index has four bytes for each byte: for long records no more than is asked for.
    while (capacity < length && capacity < (16u << 20)) capacity *= 2;
    if (capacity < length) capacity = length;
    auto active = simdjson::get_active_implementation().operator->();
    return active->create_dom_parser_implementation(capacity, 1, stage) == simdjson::SUCCESS;
  }

  bool needs_text = true;
  // One bit for each field whose name is a path.
  uint32_t paths = 0;
  OtherNames others;

  // The field that a key names, or -1.
  int field_named(const uint8_t *bytes, size_t length) const {
    for (int field = 0; field < NEWSPRINT_FIELD_COUNT; field++) {
      auto range = name_ranges[field];
      if (range.end - range.start == length && memcmp(names.data() + range.start, bytes, length) == 0) return field;
    }
    return -1;
  }
};

namespace {

using namespace newsprint;

// The fields whose paths go through or end at one key.
struct PathStep {
  // Fields that end here, and those that lead on.
  int field = -1;
  uint32_t inside = 0;
  // The key is another name of a field.
  const OtherName *other = nullptr;
};

constexpr uint16_t no_rank = 0xFFFF;

// One record on its way into the arena.
struct RecordReader {
  newsprint_json_parser &parser;
  newsprint_json_record &record;
  JSONWalker walker;
  uint8_t *arena;
  size_t used;
  enum { missing, null, wrong, good } text = missing;
  // Which of its names each field was read by: the lowest counts, so the order of the keys does not.
  uint16_t ranks[NEWSPRINT_FIELD_COUNT] = {no_rank, no_rank, no_rank, no_rank, no_rank, no_rank, no_rank};

  bool copy_string(StringToken token, int field) {
    bool half = false;
    uint8_t *end = unescape(token, arena + used, half);
    if (!end) return false;
    record.fields[field] = {(uint32_t)used, (uint32_t)(end - arena)};
    used = (size_t)(end - arena);
    record.strings |= (uint8_t)(1u << field);
    if (half) record.repaired |= (uint8_t)(1u << field);
    return true;
  }

  void copy_number(StringToken token, int field) {
    memcpy(arena + used, token.begin, token.length);
    record.fields[field] = {(uint32_t)used, (uint32_t)(used + token.length)};
    used += token.length;
  }

  // Forgets an earlier value of the same name: the last one counts, as in most JSON readers.
  void forget(int field) {
    record.fields[field] = {0, 0};
    record.ignored &= (uint8_t)~(1u << field);
    record.repaired &= (uint8_t)~(1u << field);
    record.present |= (uint8_t)(1u << field);
    record.numbers &= (uint8_t)~(1u << field);
    record.strings &= (uint8_t)~(1u << field);
    if (field == NEWSPRINT_FIELD_TEXT) text = missing;
    if (field == NEWSPRINT_FIELD_ID) record.id_is_string = 1;
  }

  // Reads the value of a field's own name, which decides whatever it is.
  bool read_field(int field) {
    forget(field);
    record.named[field] = 0;
    ranks[field] = 0;
    bool is_guessed = parser.others.guessed >> field & 1;
    if (!is_guessed || walker.peek() != '{' || at_wrapped_value()) return read_value(field, 0);
    mark_unusable(field, '{');
    ranks[field] = ranks_a_name - 1;
    return read_inside(field, 0);
  }

  // Reads the value of another name, if it can be the field's and no likelier name was met.
  bool read_other(const OtherName &name) {
    uint16_t rank = (uint16_t)(name.place * ranks_a_name);
    uint8_t byte = walker.peek();
    if (rank > ranks[name.field]) return walker.skip_value();
    if (byte == '{' && !at_wrapped_value()) {
      mark_other_unusable(name, byte);
      return read_inside(name.field, name.place);
    }
    if (!can_be(name.field, byte)) {
      mark_other_unusable(name, byte);
      return walker.skip_value();
    }
    forget(name.field);
    record.named[name.field] = name.place;
    ranks[name.field] = rank;
    return read_value(name.field, 0);
  }

  // Whether a value that begins with `byte` can be the field's when its name is a guess.
  bool can_be(int field, uint8_t byte) const {
    if (byte == '"') return true;
    if (byte == '{') return true;
    if (byte == '[') {
      JSONWalker ahead = walker;
      return field == NEWSPRINT_FIELD_TEXT && ahead.take('[') && ahead.peek() == '"';
    }
    return (field == NEWSPRINT_FIELD_ID || field == NEWSPRINT_FIELD_PUBLISHED) && (byte == '-' || is_digit(byte));
  }

  void mark_unusable(int field, uint8_t byte) {
    if (field == NEWSPRINT_FIELD_TEXT && parser.needs_text) text = byte == 'n' ? null : wrong;
    else if (byte != 'n') record.ignored |= (uint8_t)(1u << field);
  }

  // Remembers the likeliest of the names whose values cannot be used, until one can.
  void mark_other_unusable(const OtherName &name, uint8_t byte) {
    if (ranks[name.field] != no_rank || (record.named[name.field] && record.named[name.field] <= name.place)) return;
    forget(name.field);
    record.named[name.field] = name.place;
    mark_unusable(name.field, byte);
  }

  // Reads an object for the string that it holds under one of the names for that.
  bool read_inside(int field, uint8_t place) {
    if (!walker.take('{')) return false;
    if (walker.take('}')) return true;
    do {
      const uint8_t *key;
      size_t length;
      if (!read_letters(key, length)) return false;
      uint16_t rank = no_rank;
      for (uint16_t inner = 0; inner < std::size(inner_names); inner++) {
        if (strlen(inner_names[inner]) == length && memcmp(inner_names[inner], key, length) == 0)
          rank = (uint16_t)(place * ranks_a_name + 1 + inner);
      }
      bool read;
      if (rank <= ranks[field] && rank != no_rank && walker.peek() == '"') {
        forget(field);
        record.named[field] = place;
        ranks[field] = rank;
        read = read_value(field, 0);
      } else {
        read = walker.skip_value();
      }
      if (!read) return false;
    } while (walker.take(','));
    return walker.take('}');
  }

  bool read_value(int field, int wrapping) {
    StringToken token;
    uint8_t byte = walker.at_non_number() ? 'N' : walker.peek();
    switch (byte) {
    case '"':
      if (field == NEWSPRINT_FIELD_TEXT) text = good;
      return walker.take_string(token) && copy_string(token, field);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      if (!walker.take_number(token)) return false;
      record.numbers |= (uint8_t)(1u << field);
      if (field == NEWSPRINT_FIELD_TEXT && parser.needs_text) { text = wrong; return true; }
      if (field == NEWSPRINT_FIELD_ID) record.id_is_string = 0;
      copy_number(token, field);
      return true;
    case 'n':
      if (field == NEWSPRINT_FIELD_TEXT) text = null;
      return walker.skip_value();
    case '{':
      if (wrapping < 2 && at_wrapped_value()) return read_wrapped_value(field, wrapping);
      break;
    case '[':
      if (field == NEWSPRINT_FIELD_TEXT) return read_paragraphs();
      break;
    default: break;
    }
    if (field == NEWSPRINT_FIELD_TEXT && parser.needs_text) text = wrong;
    else record.ignored |= (uint8_t)(1u << field);
    return walker.skip_value();
  }

  // Whether the object under the cursor has one key, which begins with `$`, and a value that is no list.
  bool at_wrapped_value() const {
    JSONWalker ahead = walker;
    StringToken key;
    if (!ahead.take('{') || ahead.peek() != '"' || !ahead.take_string(key) || key.length < 2 || key.begin[0] != '$') return false;
    return ahead.take(':') && ahead.peek() != '[' && ahead.skip_value() && ahead.peek() == '}';
  }

  bool read_wrapped_value(int field, int wrapping) {
    StringToken key;
    return walker.take('{') && walker.take_string(key) && escapes_are_valid(key) && walker.take(':')
      && read_value(field, wrapping + 1) && walker.take('}');
  }

  // The strings of a list as paragraphs; each has two quotes and a comma, so the blank lines between them fit.
  bool read_paragraphs() {
    size_t start = used;
    text = good;
    walker.take('[');
    if (!walker.take(']')) {
      do {
        StringToken token;
        if (walker.peek() != '"') {
          if (walker.peek() != 'n') text = wrong;
          if (!walker.skip_value()) return false;
          continue;
        }
        if (used > start) { arena[used++] = '\n'; arena[used++] = '\n'; }
        if (!walker.take_string(token) || !copy_string(token, NEWSPRINT_FIELD_TEXT)) return false;
      } while (walker.take(','));
      if (!walker.take(']')) return false;
    }
    if (text == good) {
      record.fields[NEWSPRINT_FIELD_TEXT] = {(uint32_t)start, (uint32_t)used};
    } else {
      // Where no text is asked for, the last string of a mixed list would pass for the value.
      record.strings &= (uint8_t)~(1u << NEWSPRINT_FIELD_TEXT);
      record.ignored |= (uint8_t)(1u << NEWSPRINT_FIELD_TEXT);
    }
    return true;
  }

  // What a key stands for, `level` keys deep in the paths of the fields `among`.
  PathStep step(const uint8_t *key, size_t length, uint32_t among, int level) const {
    PathStep step;
    for (int field = 0; field < NEWSPRINT_FIELD_COUNT; field++) {
      if (!(among >> field & 1)) continue;
      const uint8_t *part = parser.names.data() + parser.name_ranges[field].start;
      const uint8_t *end = parser.names.data() + parser.name_ranges[field].end;
      for (int passed = 0; passed < level; passed++) part = (const uint8_t *)memchr(part, '.', (size_t)(end - part)) + 1;
      auto point = (const uint8_t *)memchr(part, '.', (size_t)(end - part));
      if ((size_t)((point ? point : end) - part) != length || memcmp(part, key, length) != 0) continue;
      if (point) step.inside |= 1u << field;
      else step.field = field;
    }
    return step;
  }

  // Reads a key and the colon behind it: the key's characters.
  bool read_letters(const uint8_t *&key, size_t &length) {
    StringToken token;
    if (walker.peek() != '"' || !walker.take_string(token)) return false;
    key = token.begin;
    length = token.length;
    if (memchr(key, '\\', length)) {
      bool half = false;
      parser.key.resize(length);
      uint8_t *end = unescape(token, parser.key.data(), half);
      if (!end) return false;
      key = parser.key.data();
      length = (size_t)(end - key);
    }
    return walker.take(':');
  }

  // Reads a key: the field of that whole name, or what its paths lead to, or the field that it is another name of.
  bool read_key(PathStep &found, uint32_t among, int level) {
    const uint8_t *key;
    size_t length;
    if (!read_letters(key, length)) return false;
    found = PathStep();
    if (level == 0) found.field = parser.field_named(key, length);
    if (found.field < 0 && among) found = step(key, length, among, level);
    if (level == 0 && found.field < 0 && !found.inside) found.other = parser.others.find(key, length);
    return true;
  }

  // Reads the members of an object into the fields whose names they are, or whose paths `among` lead through them.
  bool read_members(uint32_t among, int level) {
    if (!walker.take('{')) return false;
    if (walker.take('}')) return true;
    do {
      PathStep found;
      if (!read_key(found, among, level)) return false;
      bool read;
      if (found.field >= 0) read = read_field(found.field);
      else if (found.inside && walker.peek() == '{') read = read_members(found.inside, level + 1);
      else if (found.other) read = read_other(*found.other);
      else read = walker.skip_value();
      if (!read) return false;
    } while (walker.take(','));
    return walker.take('}');
  }

  bool read_object() { return read_members(parser.paths, 0) && walker.at_end(); }

  uint8_t problem() const {
    if (!parser.needs_text) return NEWSPRINT_JSON_FINE;
    if (text == missing) return NEWSPRINT_JSON_TEXT_MISSING;
    if (text == null) return NEWSPRINT_JSON_TEXT_NULL;
    if (text == wrong) return NEWSPRINT_JSON_TEXT_WRONG_TYPE;
    auto range = record.fields[NEWSPRINT_FIELD_TEXT];
    for (uint32_t i = range.start; i < range.end; i++)
      if (!is_blank(arena[i])) return NEWSPRINT_JSON_FINE;
    return NEWSPRINT_JSON_TEXT_BLANK;
  }
};

// Parses the bytes of one record and appends it; true when there was a record (not just white space).
bool parse_record(newsprint_json_parser &parser, const uint8_t *bytes, size_t length, newsprint_json_record &record,
                  uint8_t *arena, size_t &used) {
  if (!parser.reserve(length)) {
    record.problem = NEWSPRINT_JSON_NO_MEMORY;
    return true;
  }
  auto error = parser.stage->stage1(bytes, length, simdjson::stage1_mode::regular);
  if (error == simdjson::EMPTY) return false;
  record.problem = NEWSPRINT_JSON_BROKEN;
  if (error != simdjson::SUCCESS) return true;
  JSONWalker walker{bytes, length, parser.stage->structural_indexes.get(), parser.stage->n_structural_indexes};
  RecordReader reader{parser, record, walker, arena, used};
  if (!reader.read_object()) return true;
  record.problem = reader.problem();
  if (record.problem == NEWSPRINT_JSON_FINE) used = reader.used;
  return true;
}

void append(newsprint_json_parser &parser, const uint8_t *bytes, newsprint_range range, uint32_t line, size_t limit,
            uint8_t *arena, size_t &used) {
  newsprint_json_record record{};
  record.offset = range.start;
  record.length = range.end - range.start;
  record.line = line;
  record.id_is_string = 1;
  if (record.length > limit) {
    record.problem = NEWSPRINT_JSON_TOO_LONG;
  } else if (!parse_record(parser, bytes + range.start, record.length, record, arena, used)) {
    return;
  }
  parser.records.push_back(record);
}

} // namespace

newsprint_json_parser *newsprint_json_create(void) { return new (std::nothrow) newsprint_json_parser(); }

void newsprint_json_also_look_for(newsprint_json_parser *parser, uint32_t guessed, size_t count, const uint8_t *fields,
                                  const uint8_t *names, const uint32_t *lengths) {
  parser->others.set(guessed, count, fields, names, lengths);
}

void newsprint_json_look_for(newsprint_json_parser *parser, const uint8_t *names, const uint32_t *lengths, int needs_text) {
  uint32_t start = 0;
  parser->needs_text = needs_text;
  parser->paths = 0;
  newsprint_json_also_look_for(parser, 0, 0, nullptr, nullptr, nullptr);
  for (int field = 0; field < NEWSPRINT_FIELD_COUNT; field++) {
    parser->name_ranges[field] = {start, start + lengths[field]};
    auto point = lengths[field] ? (const uint8_t *)memchr(names + start, '.', lengths[field]) : nullptr;
    if (point && std::count(names + start, names + start + lengths[field], '.') < max_path_points) parser->paths |= 1u << field;
    start += lengths[field];
  }
  parser->names.assign(names, names + start);
}

void newsprint_json_destroy(newsprint_json_parser *parser) { delete parser; }

size_t newsprint_json_parse_lines(newsprint_json_parser *parser, const uint8_t *bytes, size_t length, size_t limit,
                                  uint8_t *arena, size_t *arena_used) {
  parser->records.clear();
  uint32_t line = 0;
  for (size_t start = 0; start < length; line++) {
    auto newline = (const uint8_t *)memchr(bytes + start, '\n', length - start);
    size_t next = newline ? (size_t)(newline - bytes) + 1 : length;
    size_t end = newline ? next - 1 : length;
    if (end > start && bytes[end - 1] == '\r') end--;
    // Files that were joined leave the mark of the second in the middle.
    if (end - start >= 3 && memcmp(bytes + start, "\xEF\xBB\xBF", 3) == 0) start += 3;
    if (end > start) append(*parser, bytes, {(uint32_t)start, (uint32_t)end}, line, limit, arena, *arena_used);
    start = next;
  }
  return parser->records.size();
}

size_t newsprint_json_parse_ranges(newsprint_json_parser *parser, const uint8_t *bytes, const newsprint_range *ranges,
                                   size_t count, size_t limit, uint8_t *arena, size_t *arena_used) {
  parser->records.clear();
  for (size_t i = 0; i < count; i++) append(*parser, bytes, ranges[i], (uint32_t)i, limit, arena, *arena_used);
  return parser->records.size();
}

const newsprint_json_record *newsprint_json_records(const newsprint_json_parser *parser) {
  return parser->records.data();
}
