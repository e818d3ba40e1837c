import Text

/// The language in which two versions are compared.
enum PairLanguage {
  /// Below this many bytes of both texts one reading of the two together says more than two.
  private static let short = 600

  /// The language of both texts; nil where they are surely in different ones, or have no words.
  ///
  /// What the detector is not sure of counts as far as nothing speaks against it.
  ///
  /// `reading` gives what the detector says of one text.
  static func language(
    of a: [UInt8], _ b: [UInt8], reading: ([UInt8]) -> LanguageDetector.Reading? = { LanguageDetector.reading(of: $0) }
  ) -> Language? {
    if a.count + b.count < short { return LanguageDetector.reading(of: a, b)?.language }
    guard let first = reading(a), let second = reading(b) else {
      return LanguageDetector.reading(of: a, b)?.language
    }
    if first.language == second.language { return first.language }
    switch (first.isSure, second.isSure) {
    case (true, true): return nil
    case (true, false): return first.language
    case (false, true): return second.language
    case (false, false): return LanguageDetector.reading(of: a, b)?.language
    }
  }
}
