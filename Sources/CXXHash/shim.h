// XXH_INLINE_ALL compiles the hash into the caller, so that hashing a short word costs no call.
#define XXH_INLINE_ALL
#include <xxhash.h>
