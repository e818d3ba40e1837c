#ifndef NEWSPRINT_LANGUAGES_H
#define NEWSPRINT_LANGUAGES_H

#ifdef __cplusplus
extern "C" {
#endif

/// Writes the ISO 639 code of the language that most of a text is in, at most `capacity` - 1 letters and a zero.
///
/// `text` must be UTF-8. Returns the share of the text in that language in percent, 0 when the detector is not sure of it.
int newsprint_detect_language(const char *text, int length, char *code, int capacity);

#ifdef __cplusplus
}
#endif
#endif
