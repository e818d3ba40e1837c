// The loops that need the machine's widest vectors, or that see every word of every article. Everything else is Swift.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Lowers `signature[i]` to the smallest value of `(x ^ xors[i]) * multipliers[i]` where `x` is the upper half of each of
/// the `count` shingle hashes.
///
/// `permutations` must be a multiple of 16. Each multiplier is odd, so every row is a bijection of 32-bit values: a
/// permutation in the sense of Broder (1997), section 4. Uses AVX-512, AVX2 or NEON when the machine has it.
void newsprint_minhash(uint32_t *signature, const uint32_t *xors, const uint32_t *multipliers, size_t permutations,
                       const uint64_t *shingles, size_t count);

/// Folds ASCII capitals of `text` into `folded` and writes one bit a byte into `words`: 1 for ASCII letters and digits
/// and for every byte of a multi-byte character, 0 for the rest.
///
/// `text` must be readable and `folded` writable up to the next multiple of 64 after `length`; `words` holds
/// `(length + 63) / 64` words. Bits beyond `length` are 0.
void newsprint_scan(const uint8_t *text, size_t length, uint8_t *folded, uint64_t *words);

/// Asks for large pages behind `bytes`, before they are first written: tables that are read at random then miss the address
/// cache far less. A hint that may be ignored.
void newsprint_prefer_large_pages(void *bytes, size_t length);

/// Kinds of byte sequences that a text's view undoes: entities, tags, hyphens at line ends, invisible characters; and UTF-8 that
/// was read in another code page. A hint: what is found still has to be read closely.
enum { NEWSPRINT_MARKUP = 1, NEWSPRINT_MOJIBAKE = 2 };

/// The kinds that occur in `text`; reads its `length` bytes only.
uint32_t newsprint_forms(const uint8_t *text, size_t length);

/// Copies the bytes of `text` that are no white space and no control characters to `squeezed`, which has room for `length`; returns
/// how many there are.
size_t newsprint_squeeze(const uint8_t *text, size_t length, uint8_t *squeezed);

/// The place of the next byte at or behind `start` with which something begins that a text's view undoes: an ampersand, a less-than
/// sign, a hyphen, the lead byte of an invisible character; `length` when there is none.
size_t newsprint_next_special(const uint8_t *text, size_t start, size_t length);

/// Writes the places from `start` to `end` at which an ASCII capital stands behind white space, ascending, to `places`, which has room
/// for half as many and one more; returns how many there are. Reads no byte before `start` but the one before it.
size_t newsprint_capitals(const uint8_t *text, size_t start, size_t end, uint32_t *places);

/// The `values` least distinct upper halves of some hashes, ascending, 0 behind the last when there are fewer; a hash that comes
/// again when there are so many already takes the place of the largest.
void newsprint_least(const uint64_t *hashes, size_t count, size_t values, uint32_t *least);

/// Copies to `found` those of the stems of `count` stem codes, and of their pairs of neighbours, that a Bloom filter of 64 words
/// may hold; returns how many. The filter and the pairs are those of `WeightedTable` and `Features`. A filter lies in memory as
/// words of 64 bits, the least significant byte first.
size_t newsprint_probe_stems(const uint32_t *codes, size_t count, const uint64_t *filter, uint32_t *found);
size_t newsprint_probe_pairs(const uint32_t *codes, size_t count, const uint64_t *filter, uint32_t *found);

/// A text that is being cut into words, and the words that were read.
typedef struct {
  /// The text, its folding and its word bytes, see `newsprint_scan`; 64 bytes behind `length` can be read.
  const uint8_t *text, *folded;
  const uint64_t *bits;
  size_t length;
  /// Room for a word a byte. Traits are the bits of `WordFlags`.
  uint64_t *hashes;
  uint32_t *starts, *ends;
  uint8_t *traits;
  /// Where reading goes on, and how many words there are.
  size_t position, count;
  /// The number of the first word of the open quotation.
  size_t quote_start;
  uint8_t is_quoted, starts_sentence;
} newsprint_words;

/// Why reading stopped: at the text's end; before a word that begins at the limit or behind it; before a run with a character
/// beyond ASCII. `position` is where that word begins; what stands before it was read.
typedef enum { NEWSPRINT_WORDS_END, NEWSPRINT_WORDS_LIMIT, NEWSPRINT_WORDS_WIDE } newsprint_words_stop;

/// Reads ASCII words from `position` on and hashes them with XXH3.
newsprint_words_stop newsprint_words_read(newsprint_words *words, size_t limit);

/// Appends a word that was read elsewhere; adds what its place says to its traits.
void newsprint_words_append(newsprint_words *words, size_t start, size_t end, uint64_t hash, uint8_t trait);

/// Reads quotation marks, sentence ends and paragraph breaks between two words.
void newsprint_words_read_gap(newsprint_words *words, size_t start, size_t end);
