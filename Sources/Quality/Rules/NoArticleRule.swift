internal import Articles
internal import Boilerplate
internal import Drift
internal import Resources
internal import Text

struct NoArticleRule: QualityRule {
  let id = FlagID.noArticle
  let definition = """
    The text is no article: a consent dialog, a login form, an error or block page, a menu, filler, program text, or a placeholder.
    """
  let example = "\"We value your privacy\", \"404 Not Found\", \"Log in / Password\", \"Lorem ipsum\", \"nan\"."
  let limits = """
    Notices are told by phrases in sixteen languages that account for most of a short text, menus by their lines. Articles that only \
    quote a notice are longer than it. A text without words is flagged, a very short one is not for its shortness.
    """
  let weight = QualityTuning.standard.noArticleWeight
  private let notices = Notices()
  private let tuning = QualityTuning.standard

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard let reason = reason(article) else { return [] }
    let bytes = article.source.text
    let start = bytes.firstIndex { !TextBytes.isSpace($0) } ?? 0
    let end = bytes.lastIndex { !TextBytes.isSpace($0) }.map { $0 + 1 } ?? 0
    return [article.sourceFlag(id, start..<max(start, end), .critical, reason)]
  }

  private func reason(_ article: QualityArticle) -> String? {
    let words = article.text.wordCount
    if words == 0 { return article.text.tokens.isEmpty ? nil : "Signs without words, no article." }
    if notices.isPlaceholder(article.source.text) { return "A placeholder, no article." }
    if words <= tuning.longestNotice, let kind = notices.kind(article.text, words: words, tuning) { return kind.message }
    if isCode(article) || isOneWord(article.source.text) { return "Program text, no article." }
    if isMenu(article.text) { return "A menu, no article." }
    return isBoilerplate(article) ? "Nothing but text of the page, no article." : nil
  }

  /// Style sheets, JSON, scripts: many signs of program text, and no sentences.
  private func isCode(_ article: QualityArticle) -> Bool {
    let bytes = article.source.text
    var braces = 0
    for byte in bytes where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { braces += 1 }
    // Most articles have none: that is seen many bytes at a time.
    guard braces >= 2 else { return false }
    var signs = braces
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: ":"), UInt8(ascii: "\""):
        signs += 1
      default: break
      }
    }
    guard signs >= tuning.codeSigns, Double(signs) >= tuning.codeShare * Double(bytes.count) else { return false }
    // An article with a script in it still has its sentences.
    let sentences = article.sentences.count { sentence in
      let tokens = article.tokens[sentence]
      return tokens.count >= 8 && tokens.count { $0.kind == .word && $0.isSpaced } * 3 >= tokens.count * 2
    }
    return sentences == 0
  }

  /// Letters, figures and signs without a space: an address, a picture in base64.
  private func isOneWord(_ bytes: [UInt8]) -> Bool {
    bytes.count >= tuning.longestWord && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// Many lines, nearly all of a few words without a sentence or a figure.
  private func isMenu(_ text: TokenText) -> Bool {
    let lines = text.lines
    guard lines.count >= tuning.menuLines else { return false }
    var short = 0
    for line in lines {
      let tokens = text.tokens[line]
      let words = tokens.count { $0.kind == .word }
      // A paragraph makes it an article, a table has figures.
      if words >= 12 { return false }
      let isItem =
        words > 0 && words <= tuning.menuLine && !tokens.contains { $0.kind == .number }
        && text.scalar(line.upperBound - 1) != 0x2E
      if isItem { short += 1 }
    }
    return Double(short) >= tuning.menuShare * Double(lines.count)
  }

  private func isBoilerplate(_ article: QualityArticle) -> Bool {
    // A long line taken for the page's may have the article's first paragraph in it.
    let covered = article.boilerplate.reduce(0) {
      $1.kind == .title || $1.kind == .recurring || $1.range.count > tuning.boilerplateLine ? $0 : $0 + $1.range.count
    }
    return Double(covered) >= tuning.boilerplateShare * Double(article.bytes.count)
      && article.words.count <= tuning.boilerplateWords
  }
}

/// The phrases of `notices.tsv`.
private struct Notices: Sendable {
  enum Kind: String, Sendable {
    case consent, login, error, block, gone, region, player, filler

    var message: String {
      switch self {
      case .consent: "A consent dialog, no article."
      case .login: "A login form, no article."
      case .error: "An error page, no article."
      case .block: "A page that blocks its reader, no article."
      case .gone: "A notice that the article is gone."
      case .region: "A notice that the article is not shown in this region."
      case .player: "A notice of a video player, no article."
      case .filler: "Filler text, no article."
      }
    }
  }

  private let kinds: [Kind]
  private let index: PhraseIndex
  private let placeholders: Set<String>
  /// Of each phrase, whether it can be said of anything, as "no longer available" can.
  private let needSubjects: [Bool]
  /// Words for what a page shows, of which such a phrase speaks in a notice.
  private let subjects: Set<UInt64>

  init() {
    let rows = Resource.rows("notices.tsv").filter { $0.count >= 3 }
    let notices = rows.filter { Kind(rawValue: String($0[0])) != nil }
    kinds = notices.compactMap { Kind(rawValue: String($0[0])) }
    index = PhraseIndex(notices.map { $0[2] }, marks: .ignored)
    needSubjects = notices.map { $0.count > 3 && $0[3] == "of" }
    subjects = Set(rows.filter { $0[0] == "subject" }.flatMap { TokenText.hashes($0[2].split(separator: " ")) })
    placeholders = Set(rows.filter { $0[0] == "empty" }.map { String($0[2]) })
  }

  /// Whether the whole text is a placeholder such as "nan".
  func isPlaceholder(_ text: [UInt8]) -> Bool {
    guard text.count <= 40 else { return false }
    let trimmed = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return placeholders.contains(trimmed)
  }

  /// Whether a word for what a page shows stands near a phrase.
  private func hasSubject(_ phrase: Range<Int>, _ words: [UInt64], _ tuning: QualityTuning) -> Bool {
    let near = max(0, phrase.lowerBound - tuning.nearNotice)..<min(words.count, phrase.upperBound + tuning.nearNotice)
    return words[near].contains(where: subjects.contains)
  }

  /// The kind of notice that the text is, if its phrases account for most of it; the most frequent one.
  func kind(_ text: TokenText, words: Int, _ tuning: QualityTuning) -> Kind? {
    let stream = text.words
    let hits = index.longest(in: stream).filter {
      words <= tuning.bareNotice || !needSubjects[$0.phrase] || hasSubject($0.range, stream, tuning)
    }
    guard !hits.isEmpty else { return nil }
    var seen: [Kind: Set<Int>] = [:]
    var covered = 0
    for hit in hits {
      let kind = kinds[hit.phrase]
      covered += hit.range.count
      seen[kind, default: []].insert(hit.phrase)
    }
    let distinct = seen.values.reduce(0) { $0 + $1.count }
    let share = min(1, tuning.wordsOfNotice * Double(distinct) / Double(words))
    // In a line or two a phrase must be a good part of it.
    guard share >= tuning.noticeShare, Double(covered) >= Double(words) * tuning.noticeWords else { return nil }
    let kind = seen.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }?.key
    // Over a paragraph of news the login is a paywall's, and the player a picture's: there is an article.
    return (kind == .login || kind == .player || kind == .block && seen[.player] != nil) && hasParagraph(text, tuning)
      ? nil : kind
  }

  /// Whether a line of sentences stands in the text that no notice has a word in.
  private func hasParagraph(_ text: TokenText, _ tuning: QualityTuning) -> Bool {
    text.lines.contains { line in
      let words = text.words(of: line)
      return words.count >= tuning.newsParagraph && [0x2E, 0x21, 0x3F].contains(text.scalar(line.upperBound - 1))
        && index.longest(in: words).isEmpty
    }
  }
}
