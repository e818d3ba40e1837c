// Word lists and tables, compiled in so that one executable is all there is to install. One line a file.
#include "resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

#define FILES(FILE) \
  FILE(readme, "README.md")

static const unsigned char readme_bytes[] = {
#embed "data/README.md"
    , 0};

static const newsprint_resource resources[] = {
    {"README.md", readme_bytes, sizeof readme_bytes - 1},
};

newsprint_resource newsprint_find_resource(const char *name) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++)
    if (strcmp(resources[i].name, name) == 0) return resources[i];
  return (newsprint_resource){name, NULL, 0};
}
