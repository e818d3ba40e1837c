// XXH_INLINE_ALL compiles the hash into the caller, so that hashing a short word costs no call. It also renames every
// function by macro, which Swift cannot see: hence these names.
#pragma once
#define XXH_INLINE_ALL
// Swift's importer does not say that it optimises; without this the path of short words would be a call, one a word.
#define XXH_NO_INLINE_HINTS 0
#include <xxhash.h>

/// XXH3, with the path of short inputs compiled into the caller: nearly every word is one.
static inline __attribute__((always_inline)) uint64_t xxh3_64(const void *bytes, size_t length) {
  if (length <= 16) return XXH3_len_0to16_64b((const uint8_t *)bytes, length, XXH3_kSecret, 0);
  return XXH3_64bits(bytes, length);
}

static inline uint64_t xxh3_64_seeded(const void *bytes, size_t length, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes, length, seed);
}

/// The high and low halves of the 128-bit hash.
typedef struct { uint64_t high, low; } xxh3_wide;

static inline xxh3_wide xxh3_128(const void *bytes, size_t length) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  return (xxh3_wide){hash.high64, hash.low64};
}
