internal import Articles
internal import Tables
internal import Text

/// The days of the week that a short text or its headline names: a service page or a press office says on which day, and the next
/// one on another.
struct NamedDays: Sendable {
  static let standard = NamedDays()

  /// One bit for each day, by the lower half of a word's hash.
  private var days = FlatTable<UInt32, UInt8>(filler: 0)

  /// From the languages' own lists; what is one day here and another there is none.
  private init() {
    var scanner = WordScanner(), words = WordStream()
    for language in LanguageData.all {
      for (value, names) in LanguageData(language).values(.weekdays) {
        guard let day = UInt8(value).map({ $0 % 7 }) else { continue }
        for name in names where name.count >= 4 {
          let bytes = Array(name.utf8)
          scanner.scan(bytes + [UInt8](repeating: 0, count: TextView.padding), 0..<bytes.count, into: &words)
          guard words.count == 1 else { continue }
          let hash = UInt32(truncatingIfNeeded: words.hashes[0])
          if !days.insert(hash, 1 << day), let place = days.find(hash), days[place] != 1 << day { days[place] = 0 }
        }
      }
    }
  }

  /// A bit for each day that the words name.
  fileprivate func mask(_ words: borrowing WordStream) -> UInt8 {
    words.hashes[..<words.count].reduce(0) { mask, hash in
      mask | (days.find(UInt32(truncatingIfNeeded: hash)).map { days[$0] } ?? 0)
    }
  }
}

/// Reads them, for one thread.
struct NamedDaysReader: Sendable {
  private var scanner = WordScanner()
  private var title = WordStream()
  private let names = NamedDays.standard
  private let longest = BulletinTuning.standard.longestOfDays

  /// A bit for each day that an article or its headline names, 0 for one that is longer than a bulletin.
  ///
  /// `words` are the text's. Constant in time, as longer texts are not looked at.
  mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, _ words: borrowing WordStream) -> UInt8 {
    guard words.count <= longest else { return 0 }
    guard !record.title.isEmpty else { return names.mask(words) }
    scanner.scan(batch.bytes, record.title.indices, into: &title)
    return names.mask(words) | names.mask(title)
  }
}
