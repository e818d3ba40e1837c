#pragma once
#include <stddef.h>

/// A data file that is compiled into the program: `length` bytes at `bytes`, followed by a zero byte.
typedef struct {
  /// Its path below `data/`.
  const char *name;
  const unsigned char *bytes;
  size_t length;
} newsprint_resource;

/// How many data files there are.
size_t newsprint_resource_count(void);

/// A data file by its number from 0, in the order of their names.
newsprint_resource newsprint_resource_at(size_t index);
