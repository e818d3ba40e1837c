#pragma once
#ifdef __cplusplus
extern "C" {
#endif

/// Lets the allocator keep freed memory instead of handing every large block back to the system. Only glibc knows how.
void newsprint_keep_freed_memory(void);

#ifdef __cplusplus
}
#endif
