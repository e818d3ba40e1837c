// Whole-buffer helpers: counting, searching, validating, minifying. See include/json_records.h.
#include "json_records.h"

#include <simdjson.h>

size_t newsprint_json_minify(const uint8_t *bytes, size_t length, uint8_t *out) {
  size_t written = 0;
  auto active = simdjson::get_active_implementation().operator->();
  return active->minify(bytes, length, out, written) == simdjson::SUCCESS ? written : 0;
}

size_t newsprint_count_byte(const uint8_t *bytes, size_t length, uint8_t byte) {
  size_t count = 0;
  while (length > 0) {
    // Blocks of 255 sums that fit a byte each, so that the compiler can count in byte lanes.
    uint8_t lanes[64] = {0};
    size_t rounds = length / 64 < 255 ? length / 64 : 255;
    for (size_t round = 0; round < rounds; round++, bytes += 64)
      for (int lane = 0; lane < 64; lane++) lanes[lane] += bytes[lane] == byte;
    for (int lane = 0; lane < 64; lane++) count += lanes[lane];
    length -= rounds * 64;
    if (rounds == 0) {
      for (size_t i = 0; i < length; i++) count += bytes[i] == byte;
      length = 0;
    }
  }
  return count;
}

size_t newsprint_find_any(const uint8_t *bytes, size_t length, uint8_t a, uint8_t b, uint8_t c) {
  size_t start = 0;
  for (; start + 32 <= length; start += 32) {
    // No early exit inside a block, so that the compiler can compare whole vectors.
    uint8_t found = 0;
    for (int i = 0; i < 32; i++) {
      uint8_t byte = bytes[start + (size_t)i];
      found |= (uint8_t)((byte == a) | (byte == b) | (byte == c));
    }
    if (found) break;
  }
  while (start < length && bytes[start] != a && bytes[start] != b && bytes[start] != c) start++;
  return start;
}

int newsprint_is_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8((const char *)bytes, length);
}
