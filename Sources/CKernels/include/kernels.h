// The two loops that need the machine's widest vectors. Everything else in Newsprint is Swift.
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
