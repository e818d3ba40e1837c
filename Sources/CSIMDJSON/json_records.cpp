// The second stage: from simdjson's structural index to fields in an arena. See include/json_records.h.
#include "json_records.h"

#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include <simdjson.h>

#include "json_walker.h"

struct newsprint_json_parser {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;
  std::vector<newsprint_json_record> records;
  std::vector<uint8_t> names;
  newsprint_range name_ranges[NEWSPRINT_FIELD_COUNT];
  std::vector<uint8_t> key;

  // Makes room for a document of `length` bytes.
  bool reserve(size_t length) {
    if (stage && stage->capacity() >= length) return true;
    size_t capacity = stage ? stage->capacity() : 64 * 1024;
    while (capacity < length) capacity *= 2;
    auto active = simdjson::get_active_implementation().operator->();
    return active->create_dom_parser_implementation(capacity, 1, stage) == simdjson::SUCCESS;
  }

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

// One record on its way into the arena.
struct RecordReader {
  newsprint_json_parser &parser;
  newsprint_json_record &record;
  JSONWalker walker;
  uint8_t *arena;
  size_t used;
  enum { missing, null, wrong, good } text = missing;
  bool wrong_id = false;

  bool copy_string(StringToken token, newsprint_range &range) {
    uint8_t *end = unescape(token, arena + used);
    if (!end) return false;
    range = {(uint32_t)used, (uint32_t)(end - arena)};
    used = range.end;
    return true;
  }

  void copy_number(StringToken token, newsprint_range &range) {
    memcpy(arena + used, token.begin, token.length);
    range = {(uint32_t)used, (uint32_t)(used + token.length)};
    used = range.end;
  }

  // Forgets an earlier value of the same name: the last one counts, as in most JSON readers.
  void forget(int field) {
    record.fields[field] = {0, 0};
    record.ignored &= (uint8_t)~(1u << field);
    if (field == NEWSPRINT_FIELD_TEXT) text = missing;
    if (field == NEWSPRINT_FIELD_ID) wrong_id = false;
  }

  bool read_field(int field) {
    forget(field);
    StringToken token;
    switch (walker.peek()) {
    case '"':
      if (field == NEWSPRINT_FIELD_TEXT) text = good;
      if (field == NEWSPRINT_FIELD_ID) record.id_is_string = 1;
      return walker.take_string(token) && copy_string(token, record.fields[field]);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      if (!walker.take_number(token)) return false;
      if (field == NEWSPRINT_FIELD_TEXT) { text = wrong; return true; }
      if (field == NEWSPRINT_FIELD_ID) record.id_is_string = 0;
      copy_number(token, record.fields[field]);
      return true;
    case 'n':
      if (field == NEWSPRINT_FIELD_TEXT) text = null;
      return walker.skip_value();
    default:
      if (field == NEWSPRINT_FIELD_TEXT) text = wrong;
      else if (field == NEWSPRINT_FIELD_ID) wrong_id = true;
      else record.ignored |= (uint8_t)(1u << field);
      return walker.skip_value();
    }
  }

  bool read_key(int &field) {
    StringToken token;
    if (walker.peek() != '"' || !walker.take_string(token)) return false;
    if (memchr(token.begin, '\\', token.length)) {
      parser.key.resize(token.length);
      uint8_t *end = unescape(token, parser.key.data());
      if (!end) return false;
      field = parser.field_named(parser.key.data(), (size_t)(end - parser.key.data()));
    } else {
      field = parser.field_named(token.begin, token.length);
    }
    return walker.take(':');
  }

  bool read_object() {
    if (!walker.take('{')) return false;
    if (walker.take('}')) return walker.at_end();
    do {
      int field;
      if (!read_key(field)) return false;
      if (!(field < 0 ? walker.skip_value() : read_field(field))) return false;
    } while (walker.take(','));
    return walker.take('}') && walker.at_end();
  }

  uint8_t problem() const {
    if (text == missing) return NEWSPRINT_JSON_TEXT_MISSING;
    if (text == null) return NEWSPRINT_JSON_TEXT_NULL;
    if (text == wrong) return NEWSPRINT_JSON_TEXT_WRONG_TYPE;
    if (wrong_id) return NEWSPRINT_JSON_ID_WRONG_TYPE;
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

newsprint_json_parser *newsprint_json_create(const uint8_t *names, const uint32_t *lengths) {
  auto parser = new (std::nothrow) newsprint_json_parser;
  if (!parser) return nullptr;
  uint32_t start = 0;
  for (int field = 0; field < NEWSPRINT_FIELD_COUNT; field++) {
    parser->name_ranges[field] = {start, start + lengths[field]};
    start += lengths[field];
  }
  parser->names.assign(names, names + start);
  return parser;
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
