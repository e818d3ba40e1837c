// Word lists and tables, compiled in so that one executable is all there is to install. One line a file.
#include "resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char readme_bytes[] = {
#embed "data/README.md"
    , 0};
static const unsigned char agencies_bytes[] = {
#embed "data/agencies.tsv"
    , 0};
static const unsigned char credit_phrases_bytes[] = {
#embed "data/credit_phrases.tsv"
    , 0};
static const unsigned char furniture_bytes[] = {
#embed "data/furniture.tsv"
    , 0};
static const unsigned char months_bytes[] = {
#embed "data/months.tsv"
    , 0};
static const unsigned char weekdays_bytes[] = {
#embed "data/weekdays.tsv"
    , 0};

static const newsprint_resource resources[] = {
    {"README.md", readme_bytes, sizeof readme_bytes - 1},
    {"agencies.tsv", agencies_bytes, sizeof agencies_bytes - 1},
    {"credit_phrases.tsv", credit_phrases_bytes, sizeof credit_phrases_bytes - 1},
    {"furniture.tsv", furniture_bytes, sizeof furniture_bytes - 1},
    {"months.tsv", months_bytes, sizeof months_bytes - 1},
    {"weekdays.tsv", weekdays_bytes, sizeof weekdays_bytes - 1},
};

newsprint_resource newsprint_find_resource(const char *name) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++)
    if (strcmp(resources[i].name, name) == 0) return resources[i];
  return (newsprint_resource){name, NULL, 0};
}
