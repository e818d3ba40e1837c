#include "kernels.h"

#include <string.h>

// Clones are resolved once when the program is loaded; AArch64 always has NEON, which the plain version uses. ThreadSanitizer
// cannot be asked while the loader resolves them: it is not there yet.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ONE_VERSION
#endif
#endif
#if defined(__x86_64__) && defined(__linux__) && !defined(ONE_VERSION)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif

// Into each clone, so that it uses the clone's instructions.
#define INLINE static inline __attribute__((always_inline))

// Sixteen lanes are one AVX-512 register, two AVX2 registers or four of SSE and NEON; the compiler splits them.
typedef uint32_t lanes __attribute__((vector_size(64), aligned(4)));

// The smaller of two vectors, lane by lane. A macro: a function that takes vectors would change its ABI with the clone.
#define SMALLER(a, b) ({ lanes v_ = (a), w_ = (b), less_ = (lanes)(v_ < w_); (v_ & less_) | (w_ & ~less_); })

// A block of 64 permutations stays in registers (4 minima, 4 xors, 4 multipliers) while the article's shingles stream by.
CLONES void newsprint_minhash(uint32_t *restrict signature, const uint32_t *restrict xors,
                              const uint32_t *restrict multipliers, size_t permutations,
                              const uint64_t *restrict shingles, size_t count) {
  size_t block = 0;
  for (; block + 64 <= permutations; block += 64) {
    lanes *least = (lanes *)(signature + block);
    const lanes *x = (const lanes *)(xors + block), *m = (const lanes *)(multipliers + block);
    lanes l0 = least[0], l1 = least[1], l2 = least[2], l3 = least[3];
    const lanes x0 = x[0], x1 = x[1], x2 = x[2], x3 = x[3], m0 = m[0], m1 = m[1], m2 = m[2], m3 = m[3];
    for (size_t s = 0; s < count; s++) {
      uint32_t shingle = (uint32_t)(shingles[s] >> 32);
      l0 = SMALLER((x0 ^ shingle) * m0, l0);
      l1 = SMALLER((x1 ^ shingle) * m1, l1);
      l2 = SMALLER((x2 ^ shingle) * m2, l2);
      l3 = SMALLER((x3 ^ shingle) * m3, l3);
    }
    least[0] = l0, least[1] = l1, least[2] = l2, least[3] = l3;
  }
  for (; block < permutations; block += 16) {
    lanes least = *(lanes *)(signature + block);
    const lanes x = *(const lanes *)(xors + block), m = *(const lanes *)(multipliers + block);
    for (size_t s = 0; s < count; s++) least = SMALLER((x ^ (uint32_t)(shingles[s] >> 32)) * m, least);
    *(lanes *)(signature + block) = least;
  }
}

CLONES void newsprint_scan(const uint8_t *restrict text, size_t length, uint8_t *restrict folded,
                           uint64_t *restrict words) {
  for (size_t start = 0; start < length; start += 64) {
    uint8_t is_word[64];
    for (size_t i = 0; i < 64; i++) {
      uint8_t byte = text[start + i];
      uint8_t lower = (uint8_t)(byte - 'A') < 26 ? byte | 0x20 : byte;
      folded[start + i] = lower;
      is_word[i] = (uint8_t)(lower - 'a') < 26 || (uint8_t)(byte - '0') < 10 || byte >= 0x80;
    }
    uint64_t bits = 0;
    for (size_t i = 0; i < 64; i++) bits |= (uint64_t)is_word[i] << i;
    if (length - start < 64) bits &= ((uint64_t)1 << (length - start)) - 1;
    words[start / 64] = bits;
  }
}

void newsprint_least(const uint64_t *hashes, size_t count, size_t values, uint32_t *least) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t value = (uint32_t)(hashes[i] >> 32);
    // The largest value stands for none.
    if (value == UINT32_MAX || (found == values && value >= least[values - 1])) continue;
    size_t place = found;
    while (place > 0 && least[place - 1] > value) place--;
    if (place > 0 && least[place - 1] == value) {
      // A repeated value costs the largest one, as it always did: the same texts keep the same keys.
      if (found == values) found--;
      continue;
    }
    if (found < values) found++;
    for (size_t moved = found - 1; moved > place; moved--) least[moved] = least[moved - 1];
    least[place] = value;
  }
  while (found < values) least[found++] = 0;
}

size_t newsprint_squeeze(const uint8_t *restrict text, size_t length, uint8_t *restrict squeezed) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    squeezed[count] = text[i];
    count += text[i] > ' ';
  }
  return count;
}

// Whether a digit begins that is not ASCII: Arabic with its separators and percent sign, Persian, those of India, Thai, Lao, Burmese.
INLINE uint8_t is_native_digit(uint8_t a, uint8_t b, uint8_t c) {
  return ((a == 0xD9) & ((uint8_t)(b - 0xA0) < 13)) | ((a == 0xDB) & ((uint8_t)(b - 0xB0) < 10)) |
         ((a == 0xE0) & (b & 1) & ((uint8_t)(b - 0xA5) < 17) & ((uint8_t)(c - 0xA6) < 10)) |
         ((a == 0xE0) & ((b == 0xB9) | (b == 0xBB)) & ((uint8_t)(c - 0x90) < 10)) |
         ((a == 0xE1) & (b == 0x81) & ((uint8_t)(c - 0x80) < 10));
}

// Whether the first of three bytes begins what a view may undo.
INLINE uint8_t is_special(uint8_t a, uint8_t b, uint8_t c) {
  return (a == '&') | (a == '<') | (a == '-') | (a == '\\') | (a == '[') | (a == ']') | (a == 0xC2) | (a == 0xCC) | (a == 0xCD) |
         (a == 0xE2) | (a == 0xE3) | (a == 0xEF) | is_native_digit(a, b, c);
}

CLONES size_t newsprint_next_special(const uint8_t *text, size_t start, size_t length) {
  size_t i = start;
  // The last block ends before the last two bytes, so that three can be read from each place.
  for (; i + 66 <= length; i += 64) {
    uint8_t any = 0;
    for (size_t j = 0; j < 64; j++) any |= is_special(text[i + j], text[i + j + 1], text[i + j + 2]);
    if (any) break;
  }
  for (; i < length; i++) {
    uint8_t next = i + 1 < length ? text[i + 1] : 0;
    if (is_special(text[i], next, i + 2 < length ? text[i + 2] : 0)) return i;
  }
  return length;
}

// Whether a capital stands behind white space: a control character, a space, or the last byte of one that does not break.
INLINE uint8_t begins_word(uint8_t before, uint8_t byte) {
  return ((uint8_t)(byte - 'A') < 26) & ((before <= ' ') | (before == 0xA0));
}

CLONES size_t newsprint_capitals(const uint8_t *text, size_t start, size_t end, uint32_t *places) {
  size_t count = 0;
  // Nothing stands before the first byte of a text.
  size_t i = start > 0 ? start : 1;
  for (; i + 64 <= end; i += 64) {
    uint8_t hits[64];
    for (size_t j = 0; j < 64; j++) hits[j] = begins_word(text[i + j - 1], text[i + j]);
    uint64_t bits = 0;
    for (size_t j = 0; j < 8; j++) {
      uint64_t eight;
      memcpy(&eight, hits + 8 * j, 8);
      bits |= eight * 0x0102040810204080u >> 56 << 8 * j;
    }
    for (; bits; bits &= bits - 1) places[count++] = (uint32_t)(i + (size_t)__builtin_ctzll(bits));
  }
  for (; i < end; i++) {
    if (begins_word(text[i - 1], text[i])) places[count++] = (uint32_t)i;
  }
  return count;
}

// Bits of a filter of 4,096 for up to 64 keys.
INLINE uint64_t filter_bits(const uint32_t *keys, size_t count, const uint32_t *filter) {
  uint8_t hits[64];
  for (size_t i = 0; i < 64; i++) {
    uint32_t hash = (keys[i] * 0x85EBCA6Bu) >> 20;
    hits[i] = filter[hash >> 5] >> (hash & 31) & 1;
  }
  uint64_t bits = 0;
  for (size_t i = 0; i < 64; i++) bits |= (uint64_t)hits[i] << i;
  return count < 64 ? bits & (((uint64_t)1 << count) - 1) : bits;
}

INLINE uint32_t pair_feature(uint32_t a, uint32_t b) {
  uint64_t pair = (uint64_t)(a < b ? a : b) << 27 | (a < b ? b : a);
  uint64_t product = pair * 0x9E3779B97F4A7C15;
  return (uint32_t)((product ^ product >> 29) >> 32) ^ (uint32_t)product;
}

CLONES size_t newsprint_probe_stems(const uint32_t *codes, size_t count, const uint64_t *filter, uint32_t *found) {
  uint32_t keys[64] = {0};
  size_t hits = 0;
  for (size_t start = 0; start < count; start += 64) {
    size_t block = count - start < 64 ? count - start : 64;
    for (size_t i = 0; i < block; i++) keys[i] = codes[start + i] >> 5;
    uint64_t bits = filter_bits(keys, block, (const uint32_t *)filter);
    for (; bits; bits &= bits - 1) found[hits++] = keys[__builtin_ctzll(bits)];
  }
  return hits;
}

CLONES size_t newsprint_probe_pairs(const uint32_t *codes, size_t count, const uint64_t *filter, uint32_t *found) {
  uint32_t keys[64] = {0};
  size_t hits = 0;
  for (size_t start = 0; start + 1 < count; start += 64) {
    size_t block = count - 1 - start < 64 ? count - 1 - start : 64;
    for (size_t i = 0; i < block; i++) keys[i] = pair_feature(codes[start + i] >> 5, codes[start + i + 1] >> 5);
    uint64_t bits = filter_bits(keys, block, (const uint32_t *)filter);
    for (; bits; bits &= bits - 1) found[hits++] = keys[__builtin_ctzll(bits)];
  }
  return hits;
}

// One bit for each of 64 bytes with which something begins that a view undoes.
INLINE uint64_t suspects(const uint8_t *text) {
  uint8_t found[64];
  for (size_t i = 0; i < 64; i++) {
    uint8_t a = text[i];
    found[i] = is_special(a, text[i + 1], text[i + 2]) | (a == 0xC3) | (a == 0xC4) | (a == 0xCE) | (a == 0xD0) | (a == 0xD8);
  }
  uint64_t bits = 0;
  for (size_t i = 0; i < 64; i++) bits |= (uint64_t)found[i] << i;
  return bits;
}

// What begins with the three bytes.
static uint32_t form_of(uint8_t a, uint8_t b, uint8_t c) {
  uint8_t letter = (uint8_t)((b | 0x20) - 'a') < 26;
  switch (a) {
    case '&': return letter || b == '#' ? NEWSPRINT_MARKUP : 0;
    case '<': return letter || b == '/' || b == '!' || b == '?' ? NEWSPRINT_MARKUP : 0;
    case '-': return b == '\n' || b == '\r' || (b == ' ' && (c == '\n' || c == '\r')) ? NEWSPRINT_MARKUP : 0;
    case '\\': return b == 'n' || b == 'r' || b == 't' || b == 'u' || b == '"' || b == '\'' || b == '/' ? NEWSPRINT_MARKUP : 0;
    // A link as Markdown has it, and short codes of content systems: "](https://...)", "[caption id=...]".
    case ']': return b == '(' && (c == 'h' || c == '/') ? NEWSPRINT_MARKUP : 0;
    case '[': return (b == 'c' && c == 'a') || (b == 'e' && c == 'm') || (b == 'g' && c == 'a') || (b == 'v' && c == 'i') ||
                     (b == 'a' && c == 'u') || (b == 'y' && c == 'o') || (b == 't' && c == 'w') || (b == 'i' && c == 'n') ? NEWSPRINT_MARKUP : 0;
    case 0xC2: return b == 0xAD ? NEWSPRINT_MARKUP : 0;
    // An accent that stands behind its letter.
    case 0xCC: return NEWSPRINT_MARKUP;
    case 0xCD: return b < 0xB0 ? NEWSPRINT_MARKUP : 0;
    case 0xD9: case 0xDB: case 0xE0: case 0xE1: return is_native_digit(a, b, c) ? NEWSPRINT_MARKUP : 0;
    // A voice mark of kana that stands apart.
    case 0xE3: return b == 0x82 && (c == 0x99 || c == 0x9A) ? NEWSPRINT_MARKUP : 0;
    case 0xE2: return (b == 0x80 && (c == 0x8B || c == 0x8C)) || (b == 0x81 && c == 0xA0) ? NEWSPRINT_MARKUP : 0;
    case 0xEF: return (b == 0xBB && c == 0xBF) || (b == 0xAC && c <= 0x86) || (b == 0xBC && ((uint8_t)(c - 0x90) < 10 || c == 0x85)) ? NEWSPRINT_MARKUP : 0;
    default: break;
  }
  // A lead byte of a character as Windows-1252, 1250, 1251, 1253 and 1256 show it, and a byte that can follow it there.
  int lead = a == 0xC3   ? (uint8_t)(b - 0x82) < 4 || (uint8_t)(b - 0x8E) < 4 || (uint8_t)(b - 0x97) < 5 || (uint8_t)(b - 0xA0) < 10
             : a == 0xC4 ? b == 0x82 || b == 0xB9
             : a == 0xCE ? b == 0x9E || b == 0x9F
             : a == 0xD0 ? b == 0xA0
             : a == 0xD8 ? b == 0xB7 || b == 0xB8
                         : 0;
  int follows = c == 0xC2 || (uint8_t)(c - 0xC4) < 3 || c == 0xCB || c == 0xE2;
  return lead && follows ? NEWSPRINT_MOJIBAKE : 0;
}

CLONES uint32_t newsprint_forms(const uint8_t *text, size_t length) {
  uint32_t forms = 0;
  size_t start = 0;
  if (length < 3) return 0;
  // The last block ends before the last two bytes, so that three can be read from each place.
  for (; start + 66 <= length; start += 64) {
    for (uint64_t bits = suspects(text + start); bits; bits &= bits - 1) {
      const uint8_t *place = text + start + __builtin_ctzll(bits);
      forms |= form_of(place[0], place[1], place[2]);
    }
    if (forms == (NEWSPRINT_MARKUP | NEWSPRINT_MOJIBAKE)) return forms;
  }
  for (; start < length; start++) {
    uint8_t next = start + 1 < length ? text[start + 1] : 0;
    forms |= form_of(text[start], next, start + 2 < length ? text[start + 2] : 0);
  }
  return forms;
}
