// Article records out of JSON text, a whole chunk of records a call.
//
// simdjson's first stage (structural index, UTF-8 and control character checks, the machine's widest vectors) runs over
// each record; a small second stage of our own walks the index, checks the grammar of the whole record and copies the
// wanted fields into the caller's arena. It builds no tree, keeps numbers as they are written and has no size of number
// that it refuses. More is taken than RFC 8259 allows where writers are known to break it: NaN and Infinity, and halves of
// surrogate pairs.
#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The fields that are copied, in the order of `newsprint_json_record.fields`.
enum newsprint_json_field {
  NEWSPRINT_FIELD_ID,
  NEWSPRINT_FIELD_TEXT,
  NEWSPRINT_FIELD_TITLE,
  NEWSPRINT_FIELD_URL,
  NEWSPRINT_FIELD_SOURCE,
  NEWSPRINT_FIELD_PUBLISHED,
  NEWSPRINT_FIELD_LANGUAGE,
  NEWSPRINT_FIELD_COUNT
};

/// What keeps a record from being used.
enum newsprint_json_problem {
  NEWSPRINT_JSON_FINE,
  /// Not JSON, not UTF-8 or not an object; the caller looks for the place.
  NEWSPRINT_JSON_BROKEN,
  NEWSPRINT_JSON_TEXT_MISSING,
  NEWSPRINT_JSON_TEXT_NULL,
  NEWSPRINT_JSON_TEXT_WRONG_TYPE,
  NEWSPRINT_JSON_TEXT_BLANK,
  NEWSPRINT_JSON_TOO_LONG,
  NEWSPRINT_JSON_NO_MEMORY
};

struct newsprint_range {
  uint32_t start, end;
};

struct newsprint_json_record {
  /// Ranges of the arena; empty when the record has no such field.
  struct newsprint_range fields[NEWSPRINT_FIELD_COUNT];
  /// The record's own bytes in the chunk, without the line break.
  uint32_t offset, length;
  /// Line breaks of the chunk before the record (only when lines were split).
  uint32_t line;
  /// One bit for each optional field that was ignored because it is an object, an array, a boolean or no number.
  uint8_t ignored;
  /// One bit for each field in which half of a surrogate pair was replaced by U+FFFD.
  uint8_t repaired;
  /// One bit for each field that the record has, whatever its value.
  uint8_t present;
  /// One bit for each field that is a number.
  uint8_t numbers;
  /// One bit for each field that is a string, or a text that is a list of strings.
  uint8_t strings;
  uint8_t problem;
  uint8_t id_is_string;
  /// The name by which each field was found: 0 its own, otherwise its place among the field's other names, from 1.
  uint8_t named[NEWSPRINT_FIELD_COUNT];
};

/// A parser with its buffers; one for each thread.
typedef struct newsprint_json_parser newsprint_json_parser;

/// A parser that looks for no field yet. NULL without memory.
newsprint_json_parser *newsprint_json_create(void);
/// The fields to look for: NEWSPRINT_FIELD_COUNT `names`, joined; `lengths` cuts them. A name with points is also a path into
/// nested objects. A text may be a list of strings, which are joined by blank lines; an object with one key that begins with
/// `$`, as MongoDB writes ids, dates and numbers, is the value in it. Unless `needs_text`, a record without a text is fine.
void newsprint_json_look_for(newsprint_json_parser *parser, const uint8_t *names, const uint32_t *lengths, int needs_text);
/// Other names to look for, to be said after the fields: `count` `names`, joined and lower case, cut by `lengths`; `fields` says
/// what each of them is a name of, the likeliest first. A record's value is that of its field's own name if it has that, else of
/// the likeliest other name whose value can be the field's; they count without regard to ASCII case. `guessed` has a bit for each
/// field whose own name nobody chose: an object there may hold the value under `name`, `rendered`, `text` or `value`.
void newsprint_json_also_look_for(newsprint_json_parser *parser, uint32_t guessed, size_t count, const uint8_t *fields,
                                  const uint8_t *names, const uint32_t *lengths);
void newsprint_json_destroy(newsprint_json_parser *parser);

/// Parses each line of `bytes`; blank lines are passed over. Lines longer than `limit` become a problem.
/// `arena` needs room for `arena_used + length` bytes. Returns the number of records; the arena's new length in `arena_used`.
size_t newsprint_json_parse_lines(newsprint_json_parser *parser, const uint8_t *bytes, size_t length, size_t limit,
                                  uint8_t *arena, size_t *arena_used);

/// Parses the `count` given ranges of `bytes`, one record each, under the same rules.
size_t newsprint_json_parse_ranges(newsprint_json_parser *parser, const uint8_t *bytes,
                                   const struct newsprint_range *ranges, size_t count, size_t limit, uint8_t *arena,
                                   size_t *arena_used);

/// The records of the last call, valid until the next one.
const struct newsprint_json_record *newsprint_json_records(const newsprint_json_parser *parser);

/// `bytes` without white space outside strings, written to `out` (room for `length` + 64 bytes). Returns the new length.
size_t newsprint_json_minify(const uint8_t *bytes, size_t length, uint8_t *out);

/// How many of `bytes` are `byte`.
size_t newsprint_count_byte(const uint8_t *bytes, size_t length, uint8_t byte);

/// Where the first byte stands that is `a`, `b` or `c`; `length` when there is none.
size_t newsprint_find_any(const uint8_t *bytes, size_t length, uint8_t a, uint8_t b, uint8_t c);

/// Whether `bytes` are valid UTF-8.
int newsprint_is_utf8(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif
