#define XXH_INLINE_ALL
#include <xxhash.h>

#include "kernels.h"

// Words are found first and hashed later, sixteen dozen at a time and by length: a branch on the length of each word would be
// mispredicted more often than not, and the processor can work on several hashes at once.
enum { BATCH = 192, DOTTED = 16 };

enum { CAPITALISED = 1 << 1, NUMBER = 1 << 2, QUOTED = 1 << 3, SENTENCE_START = 1 << 4 };

// A quotation that goes on for more words was never closed.
enum { LONGEST_QUOTATION = 150 };

static inline size_t next_word_byte(const newsprint_words *w, size_t position) {
  size_t index = position >> 6, last = (w->length + 63) >> 6;
  uint64_t bits = w->bits[index] & (~(uint64_t)0 << (position & 63));
  while (bits == 0) {
    if (++index >= last) return w->length;
    bits = w->bits[index];
  }
  return index << 6 | (size_t)__builtin_ctzll(bits);
}

static inline size_t next_gap(const newsprint_words *w, size_t position) {
  size_t index = position >> 6;
  uint64_t bits = ~w->bits[index] & (~(uint64_t)0 << (position & 63));
  while (bits == 0) bits = ~w->bits[++index];
  return index << 6 | (size_t)__builtin_ctzll(bits);
}

static inline int is_word_byte(const newsprint_words *w, size_t position) {
  return w->bits[position >> 6] >> (position & 63) & 1;
}

static inline uint64_t load8(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, 8);
  return value;
}

// Whether a byte of a run is part of a character beyond ASCII. Reads up to seven bytes behind the run: the padding.
static inline int is_wide(const newsprint_words *w, size_t start, size_t end) {
  const uint64_t high = 0x8080808080808080;
  while (end - start > 8) {
    if (load8(w->text + start) & high) return 1;
    start += 8;
  }
  return (load8(w->text + start) & high & (~(uint64_t)0 >> (64 - 8 * (end - start)))) != 0;
}

// An apostrophe, full stop or comma with a word byte behind it.
static inline int is_joiner(const newsprint_words *w, size_t position) {
  uint8_t byte = w->text[position];
  return (byte == '.' || byte == ',' || byte == '\'') && is_word_byte(w, position + 1);
}

static inline void emit(newsprint_words *w, size_t start, size_t end, unsigned trait) {
  if (w->is_quoted) {
    if (w->count - w->quote_start < LONGEST_QUOTATION) trait |= QUOTED;
    else w->is_quoted = 0;
  }
  if (w->starts_sentence) trait |= SENTENCE_START;
  w->starts[w->count] = (uint32_t)start;
  w->ends[w->count] = (uint32_t)end;
  w->traits[w->count] = (uint8_t)trait;
  w->count++;
  w->starts_sentence = 0;
}

static inline void emit_ascii(newsprint_words *w, size_t start, size_t end) {
  uint8_t initial = w->text[start];
  unsigned trait = 0;
  if ((uint8_t)(initial - 'A') < 26) trait |= CAPITALISED;
  if ((uint8_t)(initial - '0') < 10) trait |= NUMBER;
  emit(w, start, end, trait);
}

void newsprint_words_append(newsprint_words *words, size_t start, size_t end, uint64_t hash, uint8_t trait) {
  words->hashes[words->count] = hash;
  emit(words, start, end, trait);
}

// Whether the full stop at a place follows an initial or a short capitalised word ("J.", "Mr.", "Gen.").
static int ends_abbreviation(const newsprint_words *w, size_t position) {
  if (w->count == 0 || w->ends[w->count - 1] != position) return 0;
  return position - w->starts[w->count - 1] <= 3 && w->traits[w->count - 1] & CAPITALISED;
}

// A straight quotation mark opens before a word and closes after one; so a lost mark does not turn the rest inside out.
static void read_straight_quote(newsprint_words *w, size_t position) {
  int opens = position == 0 || w->text[position - 1] <= ' ' || w->text[position - 1] == '(';
  int closes = position + 1 >= w->length || w->text[position + 1] <= ' ';
  w->is_quoted = opens == closes ? !w->is_quoted : opens;
  if (w->is_quoted) w->quote_start = w->count;
}

void newsprint_words_read_gap(newsprint_words *w, size_t start, size_t end) {
  int newlines = 0;
  for (size_t position = start; position < end; position++) {
    switch (w->text[position]) {
      case '"': read_straight_quote(w, position); break;
      case '!': case '?': w->starts_sentence = 1; break;
      case '.': if (!ends_abbreviation(w, position)) w->starts_sentence = 1; break;
      case '\n':
        if (++newlines == 2) w->starts_sentence = 1, w->is_quoted = 0;
        break;
      default: break;
    }
  }
}

// "U.S." and "US" are one word.
static uint64_t hash_without_dots(const newsprint_words *w, size_t word) {
  uint8_t letters[64];
  size_t count = 0;
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  for (size_t i = w->starts[word]; i < w->ends[word]; i++) {
    if (w->folded[i] == '.') continue;
    letters[count++] = w->folded[i];
    if (count == sizeof letters) XXH3_64bits_update(&state, letters, count), count = 0;
  }
  XXH3_64bits_update(&state, letters, count);
  return XXH3_64bits_digest(&state);
}

// Hashes the words from `first` on, of which those at `dotted` are hashed without their full stops.
static void hash_batch(newsprint_words *w, size_t first, const size_t *dotted, size_t dots) {
  uint16_t tiny[BATCH], small[BATCH], medium[BATCH], large[BATCH];
  size_t tinies = 0, smalls = 0, mediums = 0, larges = 0, count = w->count - first;
  const uint32_t *starts = w->starts + first, *ends = w->ends + first;
  uint64_t *hashes = w->hashes + first;
  for (size_t i = 0; i < count; i++) {
    uint32_t length = ends[i] - starts[i];
    // Written everywhere, counted where it belongs: no branch.
    tiny[tinies] = small[smalls] = medium[mediums] = large[larges] = (uint16_t)i;
    tinies += length <= 3;
    smalls += (length >= 4) & (length <= 8);
    mediums += (length >= 9) & (length <= 16);
    larges += length > 16;
  }
  const uint8_t *secret = XXH3_kSecret;
  for (size_t i = 0; i < tinies; i++) {
    hashes[tiny[i]] = XXH3_len_1to3_64b(w->folded + starts[tiny[i]], ends[tiny[i]] - starts[tiny[i]], secret, 0);
  }
  for (size_t i = 0; i < smalls; i++) {
    hashes[small[i]] = XXH3_len_4to8_64b(w->folded + starts[small[i]], ends[small[i]] - starts[small[i]], secret, 0);
  }
  for (size_t i = 0; i < mediums; i++) {
    hashes[medium[i]] = XXH3_len_9to16_64b(w->folded + starts[medium[i]], ends[medium[i]] - starts[medium[i]], secret, 0);
  }
  for (size_t i = 0; i < larges; i++) {
    hashes[large[i]] = XXH3_64bits(w->folded + starts[large[i]], ends[large[i]] - starts[large[i]]);
  }
  for (size_t i = 0; i < dots; i++) w->hashes[dotted[i]] = hash_without_dots(w, dotted[i]);
}

// Extends a word over inner punctuation ("1,234.5", "U.S.", "don't") and writes it; 0 when it meets a character beyond ASCII.
static int join(newsprint_words *w, size_t start, size_t end, size_t *dotted) {
  size_t dots = 0, resume = 0;
  while (is_joiner(w, end)) {
    size_t stop = next_gap(w, end + 1);
    if (is_wide(w, end + 1, stop)) return 0;
    uint8_t before = w->text[end - 1], after = w->text[end + 1];
    int are_digits = (uint8_t)(before - '0') < 10 && (uint8_t)(after - '0') < 10;
    int are_letters = before >= 'A' && after >= 'A';
    if (w->text[end] != '\'' && are_digits) {
      end = stop;
    } else if (w->text[end] == '.' && dots * 2 + 1 == end - start && stop == end + 2 && are_letters) {
      dots++;
      end = stop;
    } else if (w->text[end] == '\'' && are_letters) {
      if (stop == end + 2 && w->folded[end + 1] == 's') {
        resume = stop;
        break;
      }
      end = stop;
    } else {
      break;
    }
  }
  w->position = resume ? resume : end;
  *dotted = dots > 0;
  emit_ascii(w, start, end);
  return 1;
}

newsprint_words_stop newsprint_words_read(newsprint_words *words, size_t limit) {
  // A copy, which stays in registers.
  newsprint_words w = *words;
  newsprint_words_stop stop = NEWSPRINT_WORDS_END;
  size_t first = w.count, dots = 0, dotted[DOTTED];
  for (;;) {
    size_t start = next_word_byte(&w, w.position);
    if (start - w.position != 1 || w.text[w.position] != ' ') {
      newsprint_words_read_gap(&w, w.position, start < w.length ? start : w.length);
    }
    w.position = start;
    if (start >= w.length) break;
    if (start >= limit) {
      stop = NEWSPRINT_WORDS_LIMIT;
      break;
    }
    size_t end = next_gap(&w, start);
    if (is_wide(&w, start, end)) {
      stop = NEWSPRINT_WORDS_WIDE;
      break;
    }
    if (is_joiner(&w, end)) {
      size_t is_dotted = 0;
      if (!join(&w, start, end, &is_dotted)) {
        stop = NEWSPRINT_WORDS_WIDE;
        break;
      }
      if (is_dotted) dotted[dots++] = w.count - 1;
    } else {
      w.position = end;
      emit_ascii(&w, start, end);
    }
    if (w.count - first == BATCH || dots == DOTTED) {
      hash_batch(&w, first, dotted, dots);
      first = w.count, dots = 0;
    }
  }
  hash_batch(&w, first, dotted, dots);
  *words = w;
  return stop;
}
