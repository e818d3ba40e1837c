#include "kernels.h"

// Clones are resolved once when the program is loaded; AArch64 always has NEON, which the plain version uses.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif

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

// A vector pass over pairs and triples of bytes.
static inline uint32_t forms_of(const uint8_t *restrict text, size_t length) {
  uint8_t markup = 0, mojibake = 0;
  for (size_t i = 0; i < length; i++) {
    uint8_t a = text[i], b = text[i + 1], c = text[i + 2];
    uint8_t letter = (uint8_t)((b | 0x20) - 'a') < 26;
    uint8_t entity = (a == '&') & (letter | (b == '#'));
    uint8_t tag = (a == '<') & (letter | (b == '/') | (b == '!') | (b == '?'));
    uint8_t hyphen = (a == '-') & ((b == '\n') | (b == '\r') | ((b == ' ') & ((c == '\n') | (c == '\r'))));
    uint8_t soft = (a == 0xC2) & (b == 0xAD);
    uint8_t space = (a == 0xE2) & (((b == 0x80) & (c == 0x8B)) | ((b == 0x81) & (c == 0xA0)));
    uint8_t mark = (a == 0xEF) & (((b == 0xBB) & (c == 0xBF)) | ((b == 0xAC) & (c <= 0x86)));
    markup |= entity | tag | hyphen | soft | space | mark;
    // A lead byte of a character as Windows-1252, 1250 and 1251 show it, and a byte that can follow it there.
    uint8_t lead = ((a == 0xC3) & ((b == 0xA2) | ((uint8_t)(b - 0x82) < 4) | ((uint8_t)(b - 0x90) < 2))) |
                   ((a == 0xC4) & ((b == 0x82) | (b == 0xB9))) | ((a == 0xD0) & (b == 0xA0));
    uint8_t follows = (c == 0xC2) | ((uint8_t)(c - 0xC4) < 3) | (c == 0xCB) | (c == 0xE2);
    mojibake |= lead & follows;
  }
  return (markup ? NEWSPRINT_MARKUP : 0) | (mojibake ? NEWSPRINT_MOJIBAKE : 0);
}

CLONES uint32_t newsprint_forms(const uint8_t *text, size_t length) {
  if (length < 3) return 0;
  uint8_t end[5] = {text[length - 2], text[length - 1], 0, 0, 0};
  return forms_of(text, length - 2) | forms_of(end, 2);
}
