#define _DEFAULT_SOURCE
#include "kernels.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

void newsprint_prefer_large_pages(void *bytes, size_t length) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  const uintptr_t page = 4096;
  uintptr_t start = ((uintptr_t)bytes + page - 1) & ~(page - 1);
  uintptr_t end = ((uintptr_t)bytes + length) & ~(page - 1);
  if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
#else
  (void)bytes, (void)length;
#endif
}
