// A walk over simdjson's structural index that checks JSON's grammar (RFC 8259) token by token.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace newsprint {

// The inside of a string, or a number: a range of the record's bytes.
struct StringToken {
  const uint8_t *begin;
  size_t length;
};

inline bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }
inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

inline int hex_value(uint8_t byte) {
  if (is_digit(byte)) return byte - '0';
  byte |= 0x20;
  return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

// Four hexadecimal digits, or -1.
inline int32_t hex4(const uint8_t *bytes) {
  int32_t value = 0;
  for (int i = 0; i < 4; i++) {
    int digit = hex_value(bytes[i]);
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  return value;
}

// What stands for half of a surrogate pair, which has no character.
constexpr int32_t replacement = 0xFFFD;

// The code point of an escape `\uXXXX` (a pair for those above U+FFFF) at `bytes`, which it moves on; -1 when it is invalid.
// Half of a pair gives U+FFFD and sets `half`.
inline int32_t take_unicode_escape(const uint8_t *&bytes, const uint8_t *end, bool &half) {
  if (end - bytes < 6) return -1;
  int32_t high = hex4(bytes + 2);
  if (high < 0) return -1;
  bytes += 6;
  if (high < 0xD800 || high > 0xDFFF) return high;
  if (high <= 0xDBFF && end - bytes >= 6 && bytes[0] == '\\' && bytes[1] == 'u') {
    int32_t low = hex4(bytes + 2);
    if (low >= 0xDC00 && low <= 0xDFFF) {
      bytes += 6;
      return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    }
  }
  half = true;
  return replacement;
}

inline uint8_t *write_utf8(int32_t point, uint8_t *out) {
  if (point < 0x80) {
    *out++ = (uint8_t)point;
  } else if (point < 0x800) {
    *out++ = (uint8_t)(0xC0 | point >> 6);
    *out++ = (uint8_t)(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    *out++ = (uint8_t)(0xE0 | point >> 12);
    *out++ = (uint8_t)(0x80 | (point >> 6 & 0x3F));
    *out++ = (uint8_t)(0x80 | (point & 0x3F));
  } else {
    *out++ = (uint8_t)(0xF0 | point >> 18);
    *out++ = (uint8_t)(0x80 | (point >> 12 & 0x3F));
    *out++ = (uint8_t)(0x80 | (point >> 6 & 0x3F));
    *out++ = (uint8_t)(0x80 | (point & 0x3F));
  }
  return out;
}

// The byte that a one-letter escape stands for, or -1.
inline int short_escape(uint8_t letter) {
  switch (letter) {
  case '"': case '\\': case '/': return letter;
  case 'b': return '\b';
  case 'f': return '\f';
  case 'n': return '\n';
  case 'r': return '\r';
  case 't': return '\t';
  default: return -1;
  }
}

// Writes a string's characters to `out` and returns their end, or null when an escape is invalid. Never longer than the token.
// Sets `half` when half of a surrogate pair was replaced.
inline uint8_t *unescape(StringToken token, uint8_t *out, bool &half) {
  const uint8_t *bytes = token.begin, *end = token.begin + token.length;
  while (bytes < end) {
    auto escape = (const uint8_t *)memchr(bytes, '\\', (size_t)(end - bytes));
    size_t plain = (size_t)((escape ? escape : end) - bytes);
    memcpy(out, bytes, plain);
    out += plain;
    if (!escape) break;
    bytes = escape;
    if (end - bytes < 2) return nullptr;
    if (bytes[1] == 'u') {
      int32_t point = take_unicode_escape(bytes, end, half);
      if (point < 0) return nullptr;
      out = write_utf8(point, out);
    } else {
      int byte = short_escape(bytes[1]);
      if (byte < 0) return nullptr;
      *out++ = (uint8_t)byte;
      bytes += 2;
    }
  }
  return out;
}

// Whether every escape of a string is valid.
inline bool escapes_are_valid(StringToken token) {
  const uint8_t *bytes = token.begin, *end = token.begin + token.length;
  bool half = false;
  while (auto escape = (const uint8_t *)memchr(bytes, '\\', (size_t)(end - bytes))) {
    bytes = escape;
    if (end - bytes < 2) return false;
    if (bytes[1] != 'u') {
      if (short_escape(bytes[1]) < 0) return false;
      bytes += 2;
    } else if (take_unicode_escape(bytes, end, half) < 0) {
      return false;
    }
  }
  return true;
}

struct JSONWalker {
  // Deeper nesting is refused; the stack is one bit a level.
  static constexpr int max_depth = 1024;

  const uint8_t *bytes;
  size_t length;
  const uint32_t *index;
  size_t count;
  size_t next = 0;

  bool at_end() const { return next == count; }
  // First byte of the next token, 0 at the end.
  uint8_t peek() const { return next < count ? bytes[index[next]] : 0; }

  bool take(uint8_t byte) {
    if (peek() != byte) return false;
    next++;
    return true;
  }

  // Where the next token starts, or the record's end.
  size_t following() const { return next + 1 < count ? index[next + 1] : length; }

  // The string under the cursor. The first stage has seen its closing quote: the last byte before the next token that is
  // not white space.
  bool take_string(StringToken &token) {
    size_t start = index[next] + 1, end = following();
    while (end > start && is_blank(bytes[end - 1])) end--;
    if (end <= start || bytes[end - 1] != '"') return false;
    token = {bytes + start, end - 1 - start};
    next++;
    return true;
  }

  // The bytes of the scalar under the cursor, up to the next token, without the white space after it.
  StringToken scalar() const {
    size_t start = index[next], end = following();
    while (end > start && is_blank(bytes[end - 1])) end--;
    return {bytes + start, end - start};
  }

  bool take_number(StringToken &token) {
    token = scalar();
    const uint8_t *p = token.begin, *end = p + token.length;
    if (p < end && *p == '-') p++;
    if (p == end || !is_digit(*p)) return false;
    if (*p == '0') p++;
    else while (p < end && is_digit(*p)) p++;
    if (p < end && *p == '.') {
      if (++p == end || !is_digit(*p)) return false;
      while (p < end && is_digit(*p)) p++;
    }
    if (p < end && (*p | 0x20) == 'e') {
      p++;
      if (p < end && (*p == '+' || *p == '-')) p++;
      if (p == end || !is_digit(*p)) return false;
      while (p < end && is_digit(*p)) p++;
    }
    next++;
    return p == end;
  }

  bool take_word(const char *word) {
    StringToken token = scalar();
    next++;
    return token.length == strlen(word) && memcmp(token.begin, word, token.length) == 0;
  }

  // NaN, Infinity and -Infinity are no JSON, but Python and R write them.
  bool at_non_number() const {
    uint8_t byte = peek();
    return byte == 'N' || byte == 'I' || (byte == '-' && index[next] + 1 < length && bytes[index[next] + 1] == 'I');
  }

  bool take_non_number() {
    switch (peek()) {
    case 'N': return take_word("NaN");
    case 'I': return take_word("Infinity");
    default: return take_word("-Infinity");
    }
  }

  bool skip_scalar() {
    StringToken token;
    if (at_non_number()) return take_non_number();
    switch (peek()) {
    case '"': return take_string(token) && escapes_are_valid(token);
    case 't': return take_word("true");
    case 'f': return take_word("false");
    case 'n': return take_word("null");
    case 0: return false;
    default: return take_number(token);
    }
  }

  bool skip_key() {
    StringToken token;
    return peek() == '"' && take_string(token) && escapes_are_valid(token) && take(':');
  }

  // Checks and passes over the value under the cursor, whatever it is.
  bool skip_value() {
    uint64_t objects[max_depth / 64];
    int depth = 0;
    while (true) {
      uint8_t byte = peek();
      if (byte == '{' || byte == '[') {
        if (++depth >= max_depth) return false;
        next++;
        uint64_t bit = 1ull << (depth % 64);
        if (byte == '{') objects[depth / 64] |= bit;
        else objects[depth / 64] &= ~bit;
        if (peek() == (byte == '{' ? '}' : ']')) {
          next++;
          depth--;
        } else {
          if (byte == '{' && !skip_key()) return false;
          continue;
        }
      } else if (!skip_scalar()) {
        return false;
      }
      // A value has ended: close containers, or go on with the next value of the innermost one.
      while (true) {
        if (depth == 0) return true;
        bool object = objects[depth / 64] >> (depth % 64) & 1;
        if (take(',')) {
          if (object && !skip_key()) return false;
          break;
        }
        if (!take(object ? '}' : ']')) return false;
        depth--;
      }
    }
  }
};

} // namespace newsprint
