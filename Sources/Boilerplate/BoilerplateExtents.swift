internal import Text

/// How far a line that begins with a phrase of the page belongs to the page: the article may go on in the same line.
struct BoilerplateExtents: Sendable {
  private let vocabulary: BoilerplateVocabulary
  /// Words that say that a sentence is about the page: cookies, newsletters, accounts.
  private let topics: Set<UInt64>
  /// A rest of so many words that ends as a sentence is the article's.
  static let sentenceWords = 8
  /// Bytes of the longest teaser behind a label, "Watch: The crane comes down".
  private static let longestTeaser = 140
  /// So many words of names may stand between a caption's label and the slash or agency that ends it.
  private static let creditWords = 5

  init(vocabulary: BoilerplateVocabulary, topics rows: [[Substring]]) {
    self.vocabulary = vocabulary
    topics = Set(rows.filter { $0.count >= 3 && $0[1] == "topic" }.map { BoilerplateWords.hash(String($0[2])) })
  }

  /// The part of `line` that a phrase of `kind`, which ends at `phraseEnd`, speaks for; `words` is scratch.
  func range(
    _ text: Span<UInt8>, _ line: Range<Int>, _ kind: BoilerplateKind, phraseEnd: Int, _ words: inout BoilerplateWords
  ) -> Range<Int> {
    let end: Int
    if kind.fillsParagraphs {
      end = pageSentences(text, line, from: phraseEnd, &words)
    } else {
      words.read(text, phraseEnd..<line.upperBound)
      let isSentence = words.count >= Self.sentenceWords && SentenceStops.endSentence(text, line)
      guard isSentence || line.count > BoilerplateDetector.shortLine else { return line }
      switch kind {
      case .caption, .counter, .date, .bylineResidue: end = labelled(text, line, words, phraseEnd)
      default:
        // A teaser behind its label is as short as a headline; a longer sentence is the article's first.
        let teaser = text[phraseEnd - 1] == 0x3A ? sentenceEnd(text, line, from: phraseEnd) : phraseEnd
        end = teaser - phraseEnd <= Self.longestTeaser ? teaser : phraseEnd
      }
    }
    return line.lowerBound..<max(phraseEnd, min(end, line.upperBound))
  }

  /// The end of the sentence of the phrase, and of the sentences behind it that speak of the page too; short ones between them,
  /// and before the end of the line, go along.
  private func pageSentences(_ text: Span<UInt8>, _ line: Range<Int>, from phraseEnd: Int, _ words: inout BoilerplateWords) -> Int
  {
    var end = sentenceEnd(text, line, from: phraseEnd)
    var next = end
    while next < line.upperBound {
      let start = next
      next = sentenceEnd(text, line, from: start + 1)
      words.read(text, start..<next)
      if words.hashes.contains(where: topics.contains) {
        end = next
      } else if words.count >= Self.sentenceWords {
        return end
      }
    }
    return line.upperBound
  }

  /// The byte behind the full stop that ends the sentence at `start`, white space before a capital or the end behind it.
  private func sentenceEnd(_ text: Span<UInt8>, _ line: Range<Int>, from start: Int) -> Int {
    var i = start
    while i < line.upperBound {
      let isStop = text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F
      if isStop, i + 1 == line.upperBound || text[i + 1] == 0x20 && i + 2 < line.upperBound && !TextBytes.isLower(text[i + 2]) {
        return i + 1
      }
      i += 1
    }
    return line.upperBound
  }

  /// The end of the names, agencies, dates and times that follow a label: "Photograph: Jane Roe/Agency", "Last updated: 3 May".
  private func labelled(_ text: Span<UInt8>, _ line: Range<Int>, _ words: BoilerplateWords, _ phraseEnd: Int) -> Int {
    var last: Int?
    for word in 0..<words.count {
      let hash = words.hashes[word]
      let begin = words.starts[word]
      let isFigure = hash == BoilerplateWords.number || TextBytes.isDigit(text[begin])
      let isZone =
        (begin..<words.ends[word]).allSatisfy { TextBytes.isUpper(text[$0]) } && words.ends[word] - begin >= 2
        && vocabulary.dateLabels.contains(hash)
      let isJoined = words.ends[word] < line.upperBound && text[words.ends[word]] == 0x2F
      if isFigure || isZone || isJoined || vocabulary.calendar.contains(hash) || vocabulary.pictureCredit.contains(hash) {
        last = word
      } else if word - (last ?? -1) > Self.creditWords {
        break
      } else if last != nil, !TextBytes.isUpper(text[begin]) {
        break
      }
    }
    return last.map { words.ends[$0] } ?? phraseEnd
  }
}
