#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Lets the allocator keep freed memory instead of handing every large block back to the system. Only glibc knows how.
void newsprint_keep_freed_memory(void);

/// Whether the system would give `bytes` of memory now: 1 or 0. They are given back at once.
int newsprint_has_memory(size_t bytes);

#ifdef __cplusplus
}
#endif
