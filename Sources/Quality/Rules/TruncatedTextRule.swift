internal import Articles
internal import Boilerplate
internal import Drift
internal import Resources
internal import Text

struct TruncatedTextRule: QualityRule {
  let id = FlagID.truncatedText
  let definition =
    "The text was cut: it ends with the mark of a page or feed that goes on elsewhere, with a paywall, or breaks off in a sentence."
  let example = "\"... the council will then… [+1843 chars]\", \"... and that... Read more\", \"... who said that\"."
  let limits = """
    A paywall counts behind a short text only: behind a long one its words are a plea for subscribers. \
    An article cut between two sentences looks whole, and so does a headline or the beginning of a paragraph without an end mark; \
    dots at the end of a whole sentence are style. That a last sentence has no full stop counts only where all others have theirs.
    """
  let weight = QualityTuning.standard.defectWeight
  private let marks = PhraseIndex(Resource.rows("truncation.tsv").filter { $0.count >= 2 }.map { $0[1] })
  /// Of each phrase, whether a page number or the name of a site may stand behind it: it tells by itself.
  private let areAddresses = Resource.rows("truncation.tsv").filter { $0.count >= 2 }.map { $0.count > 2 }
  private let openEnds = OpenEnds.shared
  /// What a page says that shows the beginning of an article only.
  private let paywall = PhraseIndex(Resource.lines("stub_marks.txt"), marks: .ignored)

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    if let range = counted(article.bytes) { return [flag(article, range, .major, "The text was cut by the feed it comes from.")] }
    if let range = marked(article.text) { return [flag(article, range, .major, "The text goes on elsewhere.")] }
    if let range = WithheldText(article: article, marks: marks, paywall: paywall).range {
      return [flag(article, range, .major, "The text goes on elsewhere.")]
    }
    if let range = walled(article.text) { return [flag(article, range, .major, "The rest is for subscribers.")] }
    guard let sentence = article.sentences.last, article.sentences.count >= 3,
      breaksOff(article, sentence) || BrokenEnd(article, openEnds).isSeen
    else { return [] }
    let range = article.bytes(max(sentence.lowerBound, sentence.upperBound - 8)..<sentence.upperBound)
    return [flag(article, range, .major, "The text breaks off in the middle of a sentence.")]
  }

  // MARK: Marks

  /// The lines at the end of a short text in which its page asks to subscribe or to log in.
  private func walled(_ text: TokenText) -> Range<Int>? {
    let tuning = QualityTuning.standard
    let lines = text.lines
    guard lines.count > 1 else { return nil }
    let words = lines.map(text.words)
    guard let first = words.indices.dropFirst().first(where: { !paywall.longest(in: words[$0]).isEmpty }) else { return nil }
    let before = words[..<first].reduce(0) { $0 + $1.count }
    guard before >= tuning.newsParagraph, before <= tuning.longestStub,
      words[first...].reduce(0, { $0 + $1.count }) <= tuning.longestPaywall
    else { return nil }
    return text.byteRange(lines[first].lowerBound..<text.tokens.count)
  }

  /// "[+1843 chars]" at the end: how news interfaces count what they leave out.
  private func counted(_ text: [UInt8]) -> Range<Int>? {
    let end = text.lastIndex { !TextBytes.isSpace($0) }.map { $0 + 1 } ?? 0
    guard end > 4, text[end - 1] == UInt8(ascii: "]"), let open = text[..<end].suffix(24).lastIndex(of: UInt8(ascii: "[")) else {
      return nil
    }
    let inside = text[(open + 1)..<(end - 1)]
    let digits = inside.count(where: TextBytes.isDigit)
    guard inside.first == UInt8(ascii: "+"), digits > 0,
      inside.allSatisfy({ TextBytes.isDigit($0) || TextBytes.isLower($0) || " +,.".utf8.contains($0) })
    else { return nil }
    return open..<end
  }

  /// The mark of a page at the very end, behind dots or a sentence that is not finished: "Read more", or dots in brackets.
  private func marked(_ text: TokenText) -> Range<Int>? {
    let count = text.tokens.count
    guard count > 12 else { return nil }
    var end = count
    // Arrows and brackets behind the phrase.
    while end > count - 4, text.tokens[end - 1].kind == .mark, !isDots(text, end - 1) { end -= 1 }
    if isDots(text, end - 1), end < count, end > 1, isOpening(text, end - 2) {
      return text.byteRange(end - 2..<count)
    }
    if let range = addressed(text, end) ?? bracketed(text) { return range }
    for start in max(0, end - 7)..<end {
      guard let match = marks.matches(at: start, in: text.hashes).first(where: { $0.range.upperBound == end }) else { continue }
      var before = match.range.lowerBound - 1
      while before > 0, text.tokens[before].kind == .mark, !isDots(text, before), !endsSentence(text, before) { before -= 1 }
      guard before > 8,
        isDots(text, before) || match.range.count > 1 && text.tokens[before].kind == .word && !isLineStart(text, start)
      else { continue }
      return text.byteRange(match.range)
    }
    return nil
  }

  /// The last line when it says where the text goes on: "(continued on page A6)", "Read the full article at portansel.example".
  private func addressed(_ text: TokenText, _ end: Int) -> Range<Int>? {
    guard var start = text.lines.last?.lowerBound, start > 12, end - start <= 14 else { return nil }
    while start < end, text.tokens[start].kind == .mark { start += 1 }
    guard let match = marks.matches(at: start, in: text.hashes).first(where: { areAddresses[$0.phrase] }),
      match.range.upperBound < end
    else { return nil }
    return text.byteRange(match.range)
  }

  /// A bracket at the very end that holds such a mark and nothing else: "(more…)", "[continued on page 4]".
  private func bracketed(_ text: TokenText) -> Range<Int>? {
    let end = text.tokens.count - 1
    guard isClosing(text, end), let open = (max(0, end - 9)..<end).last(where: { isOpening(text, $0) }), open > 8 else {
      return nil
    }
    var inner = end
    while inner > open + 1, text.tokens[inner - 1].kind == .mark { inner -= 1 }
    let isMark = marks.matches(at: open + 1, in: text.hashes).contains {
      $0.range.upperBound == inner || areAddresses[$0.phrase] && $0.range.upperBound < inner
    }
    return isMark ? text.byteRange(open..<end + 1) : nil
  }

  private func isDots(_ text: TokenText, _ place: Int) -> Bool {
    let scalar = text.scalar(place)
    return scalar == 0x2026 || scalar == 0x2E && text.tokens[place].bytes.count > 1
  }

  private func endsSentence(_ text: TokenText, _ place: Int) -> Bool { [0x2E, 0x21, 0x3F].contains(text.scalar(place)) }
  private func isOpening(_ text: TokenText, _ place: Int) -> Bool { [0x5B, 0x28].contains(text.scalar(place)) }
  private func isClosing(_ text: TokenText, _ place: Int) -> Bool { [0x5D, 0x29].contains(text.scalar(place)) }
  private func isLineStart(_ text: TokenText, _ place: Int) -> Bool { text.tokens[place].shape.contains(.lineStart) }

  // MARK: Sentences

  private func breaksOff(_ article: QualityArticle, _ sentence: Range<Int>) -> Bool {
    let tokens = article.tokens
    var place = sentence.upperBound - 1
    // Text of the page behind the last sentence: whether it was cut cannot be seen.
    guard tokens[place].range.upperBound + 40 > article.bytes.count else { return false }
    let hasDots = tokens[place].isEllipsis
    if hasDots { place -= 1 }
    guard place > sentence.lowerBound else { return false }
    let last = tokens[place]
    let isShort = sentence.count < QualityTuning.standard.wholeSentence
    // However short it is, nobody ends with "… in der", nor with «… without a counterpart.
    if isShort, sentence.count < QualityTuning.standard.brokenSentence { return false }
    if isShort, opensQuotation(tokens, sentence), opensClearly(article, sentence) { return article.language != nil }
    if last.isMark(",") {
      guard !isShort else { return false }
      // Lists of names and tags end with commas too.
      let commas = tokens[sentence].count { $0.isMark(",") }
      let before = tokens[place - 1]
      return commas * 5 <= sentence.count && before.kind == .word && !before.isCapital && article.language != nil
    }
    guard last.kind == .word, !last.isCapital else { return false }
    if openEnds.contains(last.hash, article.language, beforeDots: hasDots), last.isSpaced { return true }
    if hasDots, opensQuotation(tokens, sentence), opensClearly(article, sentence) { return article.language != nil }
    return !isShort && !hasDots && article.language != nil && sentence.count <= QualityTuning.standard.lastSentence
      && opensQuotation(tokens, sentence)
  }

  /// Whether the sentence begins with a sign that only opens: « or “ or „.
  private func opensClearly(_ article: QualityArticle, _ sentence: Range<Int>) -> Bool {
    let sign = article.bytes[article.tokens[sentence.lowerBound].range]
    return sign.elementsEqual("«".utf8) || sign.elementsEqual("„".utf8) || sign.elementsEqual("“".utf8)
  }

  /// Whether the last sentence opens a quotation, with a clear opening mark, that is never closed.
  private func opensQuotation(_ tokens: [QualityToken], _ sentence: Range<Int>) -> Bool {
    var open = false
    for place in sentence where tokens[place].isMark("\"") {
      let isOpening = tokens[place].isSpaced && place + 1 < sentence.upperBound && !tokens[place + 1].isSpaced
      if open == isOpening { return false }
      open = isOpening
    }
    return open
  }
}

/// The end of a text that its page withholds, though residue or nothing but one sentence says so.
///
/// "… it would have to be a… Read the rest of the story at Campus News", with the page's disclaimer behind it, and "The full text
/// of this article is no longer available." behind a teaser in the same line.
struct WithheldText {
  let article: QualityArticle
  /// Marks of a page that cuts its texts.
  let marks: PhraseIndex
  /// What a page says that shows the beginning of an article only.
  let paywall: PhraseIndex

  /// The bytes that say so; nil where nothing does.
  ///
  /// Linear in the text.
  var range: Range<Int>? { linked ?? announced }

  /// A link to the whole text behind dots, with next to nothing of the article behind it.
  private var linked: Range<Int>? {
    let tokens = article.tokens
    for span in article.boilerplate where span.kind == .related || span.kind == .sourceLink {
      let range = span.range.indices
      let next = tokens.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? tokens.count
      if next >= QualityTuning.standard.leastTeaser, tokens[next - 1].isEllipsis, leadsOn(range.lowerBound),
        words(from: next) <= QualityTuning.standard.longestLinkedTail
      {
        return range
      }
    }
    return nil
  }

  /// Whether the mark of a text that goes on begins at byte `start`: links to other texts do not.
  private func leadsOn(_ start: Int) -> Bool {
    guard let place = article.text.tokens.firstIndex(where: { $0.start >= start }) else { return false }
    return !marks.matches(at: place, in: article.text.hashes).isEmpty
  }

  private func words(from place: Int) -> Int { article.tokens[place...].count { $0.kind != .mark } }

  /// One of the last sentences of a short text when it begins with such words.
  private var announced: Range<Int>? {
    let tuning = QualityTuning.standard
    guard article.words.count <= tuning.longestWithheld else { return nil }
    for sentence in article.sentences.suffix(3) where sentence.lowerBound > 0 {
      let hashes = article.tokens[sentence].prefix(Self.opening).map(\.hash)
      guard article.tokens[..<sentence.lowerBound].count(where: { $0.kind != .mark }) >= tuning.leastTeaser,
        hashes.indices.prefix(2).contains(where: { !paywall.matches(at: $0, in: hashes).isEmpty })
      else { continue }
      return article.bytes(sentence)
    }
    return nil
  }

  /// Tokens at the beginning of a sentence in which the phrase stands.
  private static let opening = 16
}
