internal import Articles
internal import Text

/// Whose a short text of figures is where its headline alone says it: a dividend, a closing, the hourly price of a market.
///
/// Such a text is a form of a dozen words that names nobody, and companies that pay the same on the same day have it word for
/// word. A headline begins with the name, so that another first word is another company; an editor who writes a headline anew
/// over a text that tells something takes his first word from the text.
struct HeadlineSubject: Sendable {
  private var scanner = WordScanner()
  private var title = WordStream()
  private let stopWords = StopWords.standard
  private let tuning = SubjectTuning.standard

  /// A hash of the first word of the headline that says something, 0 where the text is no such form or has the word too.
  ///
  /// `words` are the text's. Constant in time, as longer texts are not looked at.
  mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, _ words: borrowing WordStream) -> UInt32 {
    guard !record.title.isEmpty, tuning.words.contains(words.count), isBareForm(words) else { return 0 }
    scanner.scan(batch.bytes, record.title.indices, into: &title)
    guard let first = (0..<title.count).first(where: isNaming) else { return 0 }
    let hash = title.hashes[first]
    return words.hashes[..<words.count].contains(hash) ? 0 : UInt32(truncatingIfNeeded: hash) | 1
  }

  /// Whether a good part of the words are figures and hardly any are names, those of days left out.
  private func isBareForm(_ words: borrowing WordStream) -> Bool {
    let traits = words.traits[..<words.count]
    guard traits.count(where: { $0.contains(.number) }) * tuning.wordsOfFigure >= words.count else { return false }
    let names = traits.indices.dropLast().count { place in
      traits[place].contains(.capitalised) && !traits[place].contains(.sentenceStart) && !traits[place].contains(.number)
        && !traits[place + 1].contains(.number)
    }
    return names * tuning.wordsOfName <= words.count
  }

  /// Whether a word of a headline says of whom it tells.
  private func isNaming(_ word: Int) -> Bool {
    !stopWords.contains(lower: UInt32(truncatingIfNeeded: title.hashes[word])) && !title.traits[word].contains(.number)
      && title.ends[word] - title.starts[word] > 1
  }
}
