// Compact Language Detector 2 behind one C function: its own interface is C++ with references.
#include "languages.h"

// The library's header needs FILE and does not say so.
#include <cstdio>
#include <cstring>

#include <cld2/public/compact_lang_det.h>

extern "C" int newsprint_detect_language(const char *text, int length, char *code, int capacity) {
  code[0] = 0;
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool isReliable = false;
  CLD2::Language best = CLD2::DetectLanguageSummary(text, length, true, languages, percents, &bytes, &isReliable);
  if (bytes == 0) return 0;
  std::strncpy(code, CLD2::LanguageCode(best), capacity - 1);
  code[capacity - 1] = 0;
  return isReliable ? percents[0] : 0;
}
