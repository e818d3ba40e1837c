// Written by scripts/make-resources. Word lists and tables, compiled in so that one executable is all there is to install.
#include "resources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char agencies_tsv[] = {
#embed "data/agencies.tsv"
    , 0};
static const unsigned char ambiguous_function_words_txt[] = {
#embed "data/ambiguous_function_words.txt"
    , 0};
static const unsigned char boilerplate_tsv[] = {
#embed "data/boilerplate.tsv"
    , 0};
static const unsigned char bylines_txt[] = {
#embed "data/bylines.txt"
    , 0};
static const unsigned char chatbot_txt[] = {
#embed "data/chatbot.txt"
    , 0};
static const unsigned char codepages_tsv[] = {
#embed "data/codepages.tsv"
    , 0};
static const unsigned char comments_tsv[] = {
#embed "data/comments.tsv"
    , 0};
static const unsigned char contrasts_txt[] = {
#embed "data/contrasts.txt"
    , 0};
static const unsigned char correction_markers_tsv[] = {
#embed "data/correction_markers.tsv"
    , 0};
static const unsigned char credit_phrases_tsv[] = {
#embed "data/credit_phrases.tsv"
    , 0};
static const unsigned char credit_words_tsv[] = {
#embed "data/credit_words.tsv"
    , 0};
static const unsigned char dates_tsv[] = {
#embed "data/dates.tsv"
    , 0};
static const unsigned char doubled_words_tsv[] = {
#embed "data/doubled_words.tsv"
    , 0};
static const unsigned char field_names_tsv[] = {
#embed "data/field_names.tsv"
    , 0};
static const unsigned char glossary_tsv[] = {
#embed "data/glossary.tsv"
    , 0};
static const unsigned char hedges_txt[] = {
#embed "data/hedges.txt"
    , 0};
static const unsigned char html_tsv[] = {
#embed "data/html.tsv"
    , 0};
static const unsigned char languages_ar_txt[] = {
#embed "data/languages/ar.txt"
    , 0};
static const unsigned char languages_cs_txt[] = {
#embed "data/languages/cs.txt"
    , 0};
static const unsigned char languages_da_txt[] = {
#embed "data/languages/da.txt"
    , 0};
static const unsigned char languages_de_txt[] = {
#embed "data/languages/de.txt"
    , 0};
static const unsigned char languages_el_txt[] = {
#embed "data/languages/el.txt"
    , 0};
static const unsigned char languages_en_txt[] = {
#embed "data/languages/en.txt"
    , 0};
static const unsigned char languages_es_txt[] = {
#embed "data/languages/es.txt"
    , 0};
static const unsigned char languages_fr_txt[] = {
#embed "data/languages/fr.txt"
    , 0};
static const unsigned char languages_hi_txt[] = {
#embed "data/languages/hi.txt"
    , 0};
static const unsigned char languages_hu_txt[] = {
#embed "data/languages/hu.txt"
    , 0};
static const unsigned char languages_it_txt[] = {
#embed "data/languages/it.txt"
    , 0};
static const unsigned char languages_ja_txt[] = {
#embed "data/languages/ja.txt"
    , 0};
static const unsigned char languages_nl_txt[] = {
#embed "data/languages/nl.txt"
    , 0};
static const unsigned char languages_no_txt[] = {
#embed "data/languages/no.txt"
    , 0};
static const unsigned char languages_pl_txt[] = {
#embed "data/languages/pl.txt"
    , 0};
static const unsigned char languages_pt_txt[] = {
#embed "data/languages/pt.txt"
    , 0};
static const unsigned char languages_ro_txt[] = {
#embed "data/languages/ro.txt"
    , 0};
static const unsigned char languages_ru_txt[] = {
#embed "data/languages/ru.txt"
    , 0};
static const unsigned char languages_sv_txt[] = {
#embed "data/languages/sv.txt"
    , 0};
static const unsigned char languages_tr_txt[] = {
#embed "data/languages/tr.txt"
    , 0};
static const unsigned char languages_uk_txt[] = {
#embed "data/languages/uk.txt"
    , 0};
static const unsigned char languages_zh_txt[] = {
#embed "data/languages/zh.txt"
    , 0};
static const unsigned char link_words_txt[] = {
#embed "data/link_words.txt"
    , 0};
static const unsigned char months_tsv[] = {
#embed "data/months.tsv"
    , 0};
static const unsigned char name_endings_txt[] = {
#embed "data/name_endings.txt"
    , 0};
static const unsigned char negators_txt[] = {
#embed "data/negators.txt"
    , 0};
static const unsigned char notices_tsv[] = {
#embed "data/notices.tsv"
    , 0};
static const unsigned char noun_endings_txt[] = {
#embed "data/noun_endings.txt"
    , 0};
static const unsigned char open_ends_tsv[] = {
#embed "data/open_ends.tsv"
    , 0};
static const unsigned char opposites_txt[] = {
#embed "data/opposites.txt"
    , 0};
static const unsigned char organisations_tsv[] = {
#embed "data/organisations.tsv"
    , 0};
static const unsigned char page_matter_tsv[] = {
#embed "data/page_matter.tsv"
    , 0};
static const unsigned char page_words_tsv[] = {
#embed "data/page_words.tsv"
    , 0};
static const unsigned char places_tsv[] = {
#embed "data/places.tsv"
    , 0};
static const unsigned char pointers_txt[] = {
#embed "data/pointers.txt"
    , 0};
static const unsigned char reference_frequencies_tsv[] = {
#embed "data/reference_frequencies.tsv"
    , 0};
static const unsigned char report_comparison_mustache[] = {
#embed "data/report/comparison.mustache"
    , 0};
static const unsigned char report_histogram_mustache[] = {
#embed "data/report/histogram.mustache"
    , 0};
static const unsigned char report_overview_mustache[] = {
#embed "data/report/overview.mustache"
    , 0};
static const unsigned char report_page_mustache[] = {
#embed "data/report/page.mustache"
    , 0};
static const unsigned char report_report_css[] = {
#embed "data/report/report.css"
    , 0};
static const unsigned char report_report_js[] = {
#embed "data/report/report.js"
    , 0};
static const unsigned char report_report_schema_json[] = {
#embed "data/report/report.schema.json"
    , 0};
static const unsigned char report_start_js[] = {
#embed "data/report/start.js"
    , 0};
static const unsigned char report_story_mustache[] = {
#embed "data/report/story.mustache"
    , 0};
static const unsigned char report_strip_mustache[] = {
#embed "data/report/strip.mustache"
    , 0};
static const unsigned char report_timeline_mustache[] = {
#embed "data/report/timeline.mustache"
    , 0};
static const unsigned char report_tree_mustache[] = {
#embed "data/report/tree.mustache"
    , 0};
static const unsigned char reporting_verbs_txt[] = {
#embed "data/reporting_verbs.txt"
    , 0};
static const unsigned char rule_words_tsv[] = {
#embed "data/rule_words.tsv"
    , 0};
static const unsigned char scales_txt[] = {
#embed "data/scales.txt"
    , 0};
static const unsigned char service_openapi_json[] = {
#embed "data/service/openapi.json"
    , 0};
static const unsigned char service_try_css[] = {
#embed "data/service/try.css"
    , 0};
static const unsigned char service_try_html[] = {
#embed "data/service/try.html"
    , 0};
static const unsigned char service_try_js[] = {
#embed "data/service/try.js"
    , 0};
static const unsigned char spelling_variants_txt[] = {
#embed "data/spelling_variants.txt"
    , 0};
static const unsigned char stopwords_cs_txt[] = {
#embed "data/stopwords/cs.txt"
    , 0};
static const unsigned char stopwords_de_txt[] = {
#embed "data/stopwords/de.txt"
    , 0};
static const unsigned char stopwords_en_txt[] = {
#embed "data/stopwords/en.txt"
    , 0};
static const unsigned char stopwords_es_txt[] = {
#embed "data/stopwords/es.txt"
    , 0};
static const unsigned char stopwords_fr_txt[] = {
#embed "data/stopwords/fr.txt"
    , 0};
static const unsigned char stopwords_it_txt[] = {
#embed "data/stopwords/it.txt"
    , 0};
static const unsigned char stopwords_nl_txt[] = {
#embed "data/stopwords/nl.txt"
    , 0};
static const unsigned char stopwords_pl_txt[] = {
#embed "data/stopwords/pl.txt"
    , 0};
static const unsigned char stopwords_pt_txt[] = {
#embed "data/stopwords/pt.txt"
    , 0};
static const unsigned char stopwords_ru_txt[] = {
#embed "data/stopwords/ru.txt"
    , 0};
static const unsigned char stopwords_sv_txt[] = {
#embed "data/stopwords/sv.txt"
    , 0};
static const unsigned char stopwords_tr_txt[] = {
#embed "data/stopwords/tr.txt"
    , 0};
static const unsigned char stub_marks_txt[] = {
#embed "data/stub_marks.txt"
    , 0};
static const unsigned char synonyms_txt[] = {
#embed "data/synonyms.txt"
    , 0};
static const unsigned char titles_txt[] = {
#embed "data/titles.txt"
    , 0};
static const unsigned char token_words_tsv[] = {
#embed "data/token_words.tsv"
    , 0};
static const unsigned char tortured_tsv[] = {
#embed "data/tortured.tsv"
    , 0};
static const unsigned char truncation_tsv[] = {
#embed "data/truncation.tsv"
    , 0};
static const unsigned char units_txt[] = {
#embed "data/units.txt"
    , 0};
static const unsigned char valence_txt[] = {
#embed "data/valence.txt"
    , 0};
static const unsigned char weekdays_tsv[] = {
#embed "data/weekdays.tsv"
    , 0};

static const newsprint_resource resources[] = {
    {"agencies.tsv", agencies_tsv, sizeof agencies_tsv - 1},
    {"ambiguous_function_words.txt", ambiguous_function_words_txt, sizeof ambiguous_function_words_txt - 1},
    {"boilerplate.tsv", boilerplate_tsv, sizeof boilerplate_tsv - 1},
    {"bylines.txt", bylines_txt, sizeof bylines_txt - 1},
    {"chatbot.txt", chatbot_txt, sizeof chatbot_txt - 1},
    {"codepages.tsv", codepages_tsv, sizeof codepages_tsv - 1},
    {"comments.tsv", comments_tsv, sizeof comments_tsv - 1},
    {"contrasts.txt", contrasts_txt, sizeof contrasts_txt - 1},
    {"correction_markers.tsv", correction_markers_tsv, sizeof correction_markers_tsv - 1},
    {"credit_phrases.tsv", credit_phrases_tsv, sizeof credit_phrases_tsv - 1},
    {"credit_words.tsv", credit_words_tsv, sizeof credit_words_tsv - 1},
    {"dates.tsv", dates_tsv, sizeof dates_tsv - 1},
    {"doubled_words.tsv", doubled_words_tsv, sizeof doubled_words_tsv - 1},
    {"field_names.tsv", field_names_tsv, sizeof field_names_tsv - 1},
    {"glossary.tsv", glossary_tsv, sizeof glossary_tsv - 1},
    {"hedges.txt", hedges_txt, sizeof hedges_txt - 1},
    {"html.tsv", html_tsv, sizeof html_tsv - 1},
    {"languages/ar.txt", languages_ar_txt, sizeof languages_ar_txt - 1},
    {"languages/cs.txt", languages_cs_txt, sizeof languages_cs_txt - 1},
    {"languages/da.txt", languages_da_txt, sizeof languages_da_txt - 1},
    {"languages/de.txt", languages_de_txt, sizeof languages_de_txt - 1},
    {"languages/el.txt", languages_el_txt, sizeof languages_el_txt - 1},
    {"languages/en.txt", languages_en_txt, sizeof languages_en_txt - 1},
    {"languages/es.txt", languages_es_txt, sizeof languages_es_txt - 1},
    {"languages/fr.txt", languages_fr_txt, sizeof languages_fr_txt - 1},
    {"languages/hi.txt", languages_hi_txt, sizeof languages_hi_txt - 1},
    {"languages/hu.txt", languages_hu_txt, sizeof languages_hu_txt - 1},
    {"languages/it.txt", languages_it_txt, sizeof languages_it_txt - 1},
    {"languages/ja.txt", languages_ja_txt, sizeof languages_ja_txt - 1},
    {"languages/nl.txt", languages_nl_txt, sizeof languages_nl_txt - 1},
    {"languages/no.txt", languages_no_txt, sizeof languages_no_txt - 1},
    {"languages/pl.txt", languages_pl_txt, sizeof languages_pl_txt - 1},
    {"languages/pt.txt", languages_pt_txt, sizeof languages_pt_txt - 1},
    {"languages/ro.txt", languages_ro_txt, sizeof languages_ro_txt - 1},
    {"languages/ru.txt", languages_ru_txt, sizeof languages_ru_txt - 1},
    {"languages/sv.txt", languages_sv_txt, sizeof languages_sv_txt - 1},
    {"languages/tr.txt", languages_tr_txt, sizeof languages_tr_txt - 1},
    {"languages/uk.txt", languages_uk_txt, sizeof languages_uk_txt - 1},
    {"languages/zh.txt", languages_zh_txt, sizeof languages_zh_txt - 1},
    {"link_words.txt", link_words_txt, sizeof link_words_txt - 1},
    {"months.tsv", months_tsv, sizeof months_tsv - 1},
    {"name_endings.txt", name_endings_txt, sizeof name_endings_txt - 1},
    {"negators.txt", negators_txt, sizeof negators_txt - 1},
    {"notices.tsv", notices_tsv, sizeof notices_tsv - 1},
    {"noun_endings.txt", noun_endings_txt, sizeof noun_endings_txt - 1},
    {"open_ends.tsv", open_ends_tsv, sizeof open_ends_tsv - 1},
    {"opposites.txt", opposites_txt, sizeof opposites_txt - 1},
    {"organisations.tsv", organisations_tsv, sizeof organisations_tsv - 1},
    {"page_matter.tsv", page_matter_tsv, sizeof page_matter_tsv - 1},
    {"page_words.tsv", page_words_tsv, sizeof page_words_tsv - 1},
    {"places.tsv", places_tsv, sizeof places_tsv - 1},
    {"pointers.txt", pointers_txt, sizeof pointers_txt - 1},
    {"reference_frequencies.tsv", reference_frequencies_tsv, sizeof reference_frequencies_tsv - 1},
    {"report/comparison.mustache", report_comparison_mustache, sizeof report_comparison_mustache - 1},
    {"report/histogram.mustache", report_histogram_mustache, sizeof report_histogram_mustache - 1},
    {"report/overview.mustache", report_overview_mustache, sizeof report_overview_mustache - 1},
    {"report/page.mustache", report_page_mustache, sizeof report_page_mustache - 1},
    {"report/report.css", report_report_css, sizeof report_report_css - 1},
    {"report/report.js", report_report_js, sizeof report_report_js - 1},
    {"report/report.schema.json", report_report_schema_json, sizeof report_report_schema_json - 1},
    {"report/start.js", report_start_js, sizeof report_start_js - 1},
    {"report/story.mustache", report_story_mustache, sizeof report_story_mustache - 1},
    {"report/strip.mustache", report_strip_mustache, sizeof report_strip_mustache - 1},
    {"report/timeline.mustache", report_timeline_mustache, sizeof report_timeline_mustache - 1},
    {"report/tree.mustache", report_tree_mustache, sizeof report_tree_mustache - 1},
    {"reporting_verbs.txt", reporting_verbs_txt, sizeof reporting_verbs_txt - 1},
    {"rule_words.tsv", rule_words_tsv, sizeof rule_words_tsv - 1},
    {"scales.txt", scales_txt, sizeof scales_txt - 1},
    {"service/openapi.json", service_openapi_json, sizeof service_openapi_json - 1},
    {"service/try.css", service_try_css, sizeof service_try_css - 1},
    {"service/try.html", service_try_html, sizeof service_try_html - 1},
    {"service/try.js", service_try_js, sizeof service_try_js - 1},
    {"spelling_variants.txt", spelling_variants_txt, sizeof spelling_variants_txt - 1},
    {"stopwords/cs.txt", stopwords_cs_txt, sizeof stopwords_cs_txt - 1},
    {"stopwords/de.txt", stopwords_de_txt, sizeof stopwords_de_txt - 1},
    {"stopwords/en.txt", stopwords_en_txt, sizeof stopwords_en_txt - 1},
    {"stopwords/es.txt", stopwords_es_txt, sizeof stopwords_es_txt - 1},
    {"stopwords/fr.txt", stopwords_fr_txt, sizeof stopwords_fr_txt - 1},
    {"stopwords/it.txt", stopwords_it_txt, sizeof stopwords_it_txt - 1},
    {"stopwords/nl.txt", stopwords_nl_txt, sizeof stopwords_nl_txt - 1},
    {"stopwords/pl.txt", stopwords_pl_txt, sizeof stopwords_pl_txt - 1},
    {"stopwords/pt.txt", stopwords_pt_txt, sizeof stopwords_pt_txt - 1},
    {"stopwords/ru.txt", stopwords_ru_txt, sizeof stopwords_ru_txt - 1},
    {"stopwords/sv.txt", stopwords_sv_txt, sizeof stopwords_sv_txt - 1},
    {"stopwords/tr.txt", stopwords_tr_txt, sizeof stopwords_tr_txt - 1},
    {"stub_marks.txt", stub_marks_txt, sizeof stub_marks_txt - 1},
    {"synonyms.txt", synonyms_txt, sizeof synonyms_txt - 1},
    {"titles.txt", titles_txt, sizeof titles_txt - 1},
    {"token_words.tsv", token_words_tsv, sizeof token_words_tsv - 1},
    {"tortured.tsv", tortured_tsv, sizeof tortured_tsv - 1},
    {"truncation.tsv", truncation_tsv, sizeof truncation_tsv - 1},
    {"units.txt", units_txt, sizeof units_txt - 1},
    {"valence.txt", valence_txt, sizeof valence_txt - 1},
    {"weekdays.tsv", weekdays_tsv, sizeof weekdays_tsv - 1},
};

size_t newsprint_resource_count(void) { return sizeof resources / sizeof *resources; }

newsprint_resource newsprint_resource_at(size_t index) { return resources[index]; }
