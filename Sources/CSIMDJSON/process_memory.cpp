#include "process_memory.h"
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void newsprint_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 128 << 20);
#endif
}

int newsprint_has_memory(size_t bytes) {
  // Through a volatile pointer, or the compiler takes the pair of calls away.
  void *volatile room = malloc(bytes);
  free(room);
  return room != nullptr;
}
