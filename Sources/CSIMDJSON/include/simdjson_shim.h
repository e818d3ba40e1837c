#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
int newsprint_json_version(void);
#ifdef __cplusplus
}
#endif
