#pragma once
#include <stddef.h>

/// A data file that is compiled into the program: `length` bytes at `bytes`, followed by a zero byte.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} newsprint_resource;

/// The data file of that name (its path below `data/`), or one with null `bytes` when there is none.
newsprint_resource newsprint_find_resource(const char *name);
