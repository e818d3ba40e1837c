// The C and C++ parts under libFuzzer and AddressSanitizer: every buffer is as long as its header says and no longer, so that one
// byte beyond it ends the run. Built and run by `scripts/fuzz --c`.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "json_records.h"

extern "C" {
#include "kernels.h"
#include "languages.h"
}

namespace {

void require(bool holds) {
  if (!holds) abort();
}

// A buffer of its own on the heap, of exactly that size.
std::unique_ptr<uint8_t[]> exactly(const uint8_t *bytes, size_t length) {
  std::unique_ptr<uint8_t[]> copy(new uint8_t[length]);
  if (length) memcpy(copy.get(), bytes, length);
  return copy;
}

void check(const newsprint_json_parser *parser, size_t count, size_t length, size_t used, const uint8_t *arena) {
  require(used <= length);
  for (size_t i = 0; i < count; i++) {
    const newsprint_json_record &record = newsprint_json_records(parser)[i];
    require((size_t)record.offset + record.length <= length);
    if (record.problem != NEWSPRINT_JSON_FINE) continue;
    for (auto field : record.fields) {
      require(field.start <= field.end && field.end <= used);
      require(newsprint_is_utf8(arena + field.start, field.end - field.start));
    }
  }
}

void read_records(const uint8_t *bytes, size_t length, bool needs_text) {
  static newsprint_json_parser *parser = newsprint_json_create();
  const std::string names[2] = {"idtexttitleurlsourcepublishedlanguage", "ida.btitleurlsource.namedatelanguage"};
  const uint32_t lengths[2][NEWSPRINT_FIELD_COUNT] = {{2, 4, 5, 3, 6, 9, 8}, {2, 3, 5, 3, 11, 4, 8}};
  int which = length & 1;
  newsprint_json_look_for(parser, (const uint8_t *)names[which].data(), lengths[which], needs_text);
  auto input = exactly(bytes, length);
  std::unique_ptr<uint8_t[]> arena(new uint8_t[length]);
  size_t used = 0;
  size_t count = newsprint_json_parse_lines(parser, input.get(), length, 1 << 16, arena.get(), &used);
  check(parser, count, length, used, arena.get());
  newsprint_range range = {0, (uint32_t)length};
  used = 0;
  count = newsprint_json_parse_ranges(parser, input.get(), &range, 1, 1 << 16, arena.get(), &used);
  check(parser, count, length, used, arena.get());
  std::unique_ptr<uint8_t[]> smaller(new uint8_t[length + 64]);
  require(newsprint_json_minify(input.get(), length, smaller.get()) <= length);
  size_t breaks = 0;
  for (size_t i = 0; i < length; i++) breaks += input[i] == '\n';
  require(newsprint_count_byte(input.get(), length, '\n') == breaks);
  size_t first = newsprint_find_any(input.get(), length, '"', '\\', '\n');
  require(first == length || input[first] == '"' || input[first] == '\\' || input[first] == '\n');
}

void scan_text(const uint8_t *bytes, size_t length) {
  size_t whole = (length + 63) / 64 * 64;
  std::unique_ptr<uint8_t[]> text(new uint8_t[whole]()), folded(new uint8_t[whole]);
  std::unique_ptr<uint64_t[]> bits(new uint64_t[whole / 64]);
  if (length) memcpy(text.get(), bytes, length);
  newsprint_scan(text.get(), length, folded.get(), bits.get());
  for (size_t i = 0; i < length; i++) {
    bool isWord = bytes[i] >= 0x80 || isalnum(bytes[i]);
    require((bits[i / 64] >> (i % 64) & 1) == isWord);
  }
  for (size_t i = length; i < whole; i++) require((bits[i / 64] >> (i % 64) & 1) == 0);
  auto exact = exactly(bytes, length);
  newsprint_forms(exact.get(), length);
  if (newsprint_is_utf8(exact.get(), length)) {
    char code[8];
    newsprint_detect_language((const char *)exact.get(), (int)length, code, sizeof code);
  }
  std::vector<uint64_t> shingles(length / 8);
  if (!shingles.empty()) memcpy(shingles.data(), bytes, shingles.size() * 8);
  std::vector<uint32_t> signature(16, UINT32_MAX), xors(16, 7), multipliers(16, 0x9E3779B1);
  newsprint_minhash(signature.data(), xors.data(), multipliers.data(), 16, shingles.data(), shingles.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  if (length == 0) return 0;
  bool needs_text = bytes[0] & 1;
  read_records(bytes + 1, length - 1, needs_text);
  scan_text(bytes + 1, length - 1);
  return 0;
}
