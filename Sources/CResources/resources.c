// Word lists and tables, compiled in so that one executable is all there is to install. One line a file.
#include "resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char readme_bytes[] = {
#embed "data/README.md"
    , 0};
static const unsigned char bounds_bytes[] = {
#embed "data/bounds.txt"
    , 0};
static const unsigned char correction_markers_bytes[] = {
#embed "data/correction_markers.tsv"
    , 0};
static const unsigned char hedges_bytes[] = {
#embed "data/hedges.txt"
    , 0};
static const unsigned char modals_bytes[] = {
#embed "data/modals.txt"
    , 0};
static const unsigned char months_bytes[] = {
#embed "data/months.tsv"
    , 0};
static const unsigned char negators_bytes[] = {
#embed "data/negators.txt"
    , 0};
static const unsigned char number_words_bytes[] = {
#embed "data/number_words.txt"
    , 0};
static const unsigned char opposites_bytes[] = {
#embed "data/opposites.txt"
    , 0};
static const unsigned char organisations_bytes[] = {
#embed "data/organisations.tsv"
    , 0};
static const unsigned char places_bytes[] = {
#embed "data/places.tsv"
    , 0};
static const unsigned char reporting_verbs_bytes[] = {
#embed "data/reporting_verbs.txt"
    , 0};
static const unsigned char scales_bytes[] = {
#embed "data/scales.txt"
    , 0};
static const unsigned char spelling_variants_bytes[] = {
#embed "data/spelling_variants.txt"
    , 0};
static const unsigned char stopwords_cs_bytes[] = {
#embed "data/stopwords/cs.txt"
    , 0};
static const unsigned char stopwords_de_bytes[] = {
#embed "data/stopwords/de.txt"
    , 0};
static const unsigned char stopwords_en_bytes[] = {
#embed "data/stopwords/en.txt"
    , 0};
static const unsigned char stopwords_es_bytes[] = {
#embed "data/stopwords/es.txt"
    , 0};
static const unsigned char stopwords_fr_bytes[] = {
#embed "data/stopwords/fr.txt"
    , 0};
static const unsigned char stopwords_it_bytes[] = {
#embed "data/stopwords/it.txt"
    , 0};
static const unsigned char stopwords_nl_bytes[] = {
#embed "data/stopwords/nl.txt"
    , 0};
static const unsigned char stopwords_pl_bytes[] = {
#embed "data/stopwords/pl.txt"
    , 0};
static const unsigned char stopwords_pt_bytes[] = {
#embed "data/stopwords/pt.txt"
    , 0};
static const unsigned char stopwords_ru_bytes[] = {
#embed "data/stopwords/ru.txt"
    , 0};
static const unsigned char stopwords_sv_bytes[] = {
#embed "data/stopwords/sv.txt"
    , 0};
static const unsigned char stopwords_tr_bytes[] = {
#embed "data/stopwords/tr.txt"
    , 0};
static const unsigned char synonyms_bytes[] = {
#embed "data/synonyms.txt"
    , 0};
static const unsigned char titles_bytes[] = {
#embed "data/titles.txt"
    , 0};
static const unsigned char units_bytes[] = {
#embed "data/units.txt"
    , 0};
static const unsigned char weekdays_bytes[] = {
#embed "data/weekdays.tsv"
    , 0};

static const newsprint_resource resources[] = {
    {"README.md", readme_bytes, sizeof readme_bytes - 1},
    {"bounds.txt", bounds_bytes, sizeof bounds_bytes - 1},
    {"correction_markers.tsv", correction_markers_bytes, sizeof correction_markers_bytes - 1},
    {"hedges.txt", hedges_bytes, sizeof hedges_bytes - 1},
    {"modals.txt", modals_bytes, sizeof modals_bytes - 1},
    {"months.tsv", months_bytes, sizeof months_bytes - 1},
    {"negators.txt", negators_bytes, sizeof negators_bytes - 1},
    {"number_words.txt", number_words_bytes, sizeof number_words_bytes - 1},
    {"opposites.txt", opposites_bytes, sizeof opposites_bytes - 1},
    {"organisations.tsv", organisations_bytes, sizeof organisations_bytes - 1},
    {"places.tsv", places_bytes, sizeof places_bytes - 1},
    {"reporting_verbs.txt", reporting_verbs_bytes, sizeof reporting_verbs_bytes - 1},
    {"scales.txt", scales_bytes, sizeof scales_bytes - 1},
    {"spelling_variants.txt", spelling_variants_bytes, sizeof spelling_variants_bytes - 1},
    {"stopwords/cs.txt", stopwords_cs_bytes, sizeof stopwords_cs_bytes - 1},
    {"stopwords/de.txt", stopwords_de_bytes, sizeof stopwords_de_bytes - 1},
    {"stopwords/en.txt", stopwords_en_bytes, sizeof stopwords_en_bytes - 1},
    {"stopwords/es.txt", stopwords_es_bytes, sizeof stopwords_es_bytes - 1},
    {"stopwords/fr.txt", stopwords_fr_bytes, sizeof stopwords_fr_bytes - 1},
    {"stopwords/it.txt", stopwords_it_bytes, sizeof stopwords_it_bytes - 1},
    {"stopwords/nl.txt", stopwords_nl_bytes, sizeof stopwords_nl_bytes - 1},
    {"stopwords/pl.txt", stopwords_pl_bytes, sizeof stopwords_pl_bytes - 1},
    {"stopwords/pt.txt", stopwords_pt_bytes, sizeof stopwords_pt_bytes - 1},
    {"stopwords/ru.txt", stopwords_ru_bytes, sizeof stopwords_ru_bytes - 1},
    {"stopwords/sv.txt", stopwords_sv_bytes, sizeof stopwords_sv_bytes - 1},
    {"stopwords/tr.txt", stopwords_tr_bytes, sizeof stopwords_tr_bytes - 1},
    {"synonyms.txt", synonyms_bytes, sizeof synonyms_bytes - 1},
    {"titles.txt", titles_bytes, sizeof titles_bytes - 1},
    {"units.txt", units_bytes, sizeof units_bytes - 1},
    {"weekdays.tsv", weekdays_bytes, sizeof weekdays_bytes - 1},
};

newsprint_resource newsprint_find_resource(const char *name) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++)
    if (strcmp(resources[i].name, name) == 0) return resources[i];
  return (newsprint_resource){name, NULL, 0};
}
