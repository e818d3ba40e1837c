internal import Copies
internal import Text

/// What the stubs of a paywall say before its notice: a headline, a byline, a sentence or two.
///
/// Two stubs of one site are the same but for that, and two headlines are two articles.
struct StubHeads {
  let a: CopyDigest
  let b: CopyDigest

  /// Whether both are stubs and speak of something else before what the page says to both of their readers.
  ///
  /// Linear in the words of both.
  var tellDifferentNews: Bool {
    guard max(a.wordCount, b.wordCount) <= ChoiceTuning.longestStub, let ends = ends else { return false }
    let first = contents(of: a, before: ends.a), second = contents(of: b, before: ends.b)
    let fewest = min(first.count, second.count)
    guard fewest >= ChoiceTuning.fewestHeadWords else { return false }
    return Double(first.intersection(second).count) < ChoiceTuning.sameHead * Double(fewest)
  }

  /// The word of each at which its notice begins; nil where one has none.
  private var ends: (a: Int, b: Int)? {
    guard let first = StubMarks.standard.place(in: a.page.span), let second = StubMarks.standard.place(in: b.page.span) else {
      return nil
    }
    return (Self.noticeWord(a, first), Self.noticeWord(b, second))
  }

  /// The first word of the notice, of which a phrase begins at byte `place`: a paragraph of its own belongs to it as a whole, and
  /// the sentences before while they speak of the page or to its readers.
  private static func noticeWord(_ digest: CopyDigest, _ place: Int) -> Int {
    let words = digest.words
    var end = words.starts.firstIndex { $0 >= place } ?? words.starts.count
    let paragraph = paragraphStart(digest, place)
    if paragraph >= ChoiceTuning.fewestOfBeginning, end - paragraph <= ChoiceTuning.longestPageLine { end = paragraph }
    while end > 0 {
      let start = (0..<end).last { isSentenceStart($0, digest) } ?? 0
      guard (start..<end).contains(where: { PageTalk.sign(words.hashes[$0], words.traits[$0]) != nil }) else { break }
      end = start
    }
    return end
  }

  /// The first word of the line that holds byte `place`.
  private static func paragraphStart(_ digest: CopyDigest, _ place: Int) -> Int {
    let page = digest.page
    let line = page[..<(page.startIndex + place)].lastIndex(of: 0x0A).map { $0 - page.startIndex } ?? 0
    return digest.words.starts.firstIndex { $0 >= line } ?? 0
  }

  /// The byte of the page at which that word begins.
  static func noticeStart(_ digest: CopyDigest, _ place: Int) -> Int {
    let word = noticeWord(digest, place)
    return word < digest.words.starts.count ? min(place, Int(digest.words.starts[word])) : place
  }

  private static func isSentenceStart(_ word: Int, _ digest: CopyDigest) -> Bool {
    let starts = digest.words.starts, page = digest.page
    guard word > 0, !digest.words.traits[word].contains(.sentenceStart) else { return true }
    return page[page.startIndex + Int(starts[word - 1])..<page.startIndex + Int(starts[word])].contains(0x0A)
  }

  /// The words of content of the title and of the text before word `end`.
  private func contents(of digest: CopyDigest, before end: Int) -> Set<UInt32> {
    Set(digest.title).union(digest.words.contents(before: end))
  }
}

/// Two entries of one series in one form, as the signs of a horoscope: headlines that differ in one name, and each text has its
/// own.
struct FormEntries {
  let a: CopyDigest
  let b: CopyDigest

  /// Whether each headline has a word or two that the other text has nowhere and its own has too, beside words that both
  /// headlines have.
  ///
  /// Figures say nothing: those of a text that was brought up to date change with its headline. Linear in the words of both.
  var areOthers: Bool {
    guard max(a.wordCount, b.wordCount) <= ChoiceTuning.longestEntry else { return false }
    let (first, second) = (Set(a.title), Set(b.title))
    return !first.isDisjoint(with: second) && Self.names(first.subtracting(second), of: a, butNot: b)
      && Self.names(second.subtracting(first), of: b, butNot: a)
  }

  private static func names(_ words: Set<UInt32>, of own: CopyDigest, butNot other: CopyDigest) -> Bool {
    guard !words.isEmpty, words.count <= ChoiceTuning.entryNames, !other.words.hashes.contains(where: words.contains) else {
      return false
    }
    let named = Set(own.words.hashes.indices.lazy.filter { !own.words.traits[$0].contains(.number) }.map { own.words.hashes[$0] })
    return words.isSubset(of: named)
  }
}
