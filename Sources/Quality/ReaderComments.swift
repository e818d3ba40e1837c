internal import Resources
internal import Text

/// Tells where the comments of readers begin that a scraper took with an article.
///
/// Readers quote each other, say things twice and spell names as they like. None of it is the article's fault: flags among
/// comments are minor, whatever they say. Comments are told by what the page prints with each of them, a date and a time of day
/// beside a word such as "posted" or "reply", at least twice; or by the notice before them that views in comments are not the
/// paper's. Where the date stands behind its comment, the first comment is taken for the article's.
///
/// Complexity: linear in the tokens.
struct ReaderComments: Sendable {
  static let shared = ReaderComments()

  private let months: Set<UInt64>
  private let stamps: Set<UInt64>
  /// What a notice has to have, one of each.
  private let notice: [Set<UInt64>]
  private let says = TokenText.hashes(["says", "said", "sagt", "dijo", "disse", "dit"])
  private let halves = Set(["am", "pm", "a.m.", "p.m."].map(TokenText.hash))

  init() {
    var words: [Substring: Set<UInt64>] = [:]
    for row in Resource.rows("comments.tsv") where row.count >= 2 {
      words[row[0], default: []].formUnion(TokenText.hashes(row[1].split(separator: " ")))
    }
    stamps = words["stamp"] ?? []
    notice = ["views", "comments", "theirs"].map { words[$0] ?? [] }
    // Without the full stop of "Sept.", which would be a month then.
    months = TokenText.hashes(Resource.rows("months.tsv").filter { $0.count > 1 }.map { $0[1].prefix { $0 != "." } })
  }

  /// The first token of the comments; nil when there are none.
  func start(in text: TokenText) -> Int? {
    let first = QualityTuning.standard.leastBeforeComments
    let notice = noticeStart(in: text, from: first)
    var found: [Int] = []
    for place in text.tokens.indices where isClock(text, place) {
      // What the page says of the article itself stands at its head.
      guard let stamp = stampStart(text, around: place), stamp >= first else { continue }
      if found.last.map({ stamp > $0 }) ?? true { found.append(stamp) }
    }
    let stamped = found.count >= QualityTuning.standard.leastComments ? found.first : nil
    return [notice, stamped].compactMap { $0 }.min()
  }

  // MARK: Stamps

  /// `6:51`, `18:17`, `6:51pm`: figures with a colon between them.
  private func isClock(_ text: TokenText, _ place: Int) -> Bool {
    let token = text.tokens[place]
    return token.kind == .number && (4...8).contains(token.bytes.count) && text.bytes[token.bytes].contains(UInt8(ascii: ":"))
  }

  /// The first token of the stamp whose time of day stands at `clock`: a whole date beside it, and a word of comments around
  /// both.
  private func stampStart(_ text: TokenText, around clock: Int) -> Int? {
    let reach = max(0, clock - 8)..<min(text.tokens.count, clock + 9)
    guard let month = reach.first(where: { months.contains(text.hashes[$0]) || isDate(text, $0) }),
      isDate(text, month) || reach.contains(where: { isYear(text, $0) && abs($0 - month) <= 4 })
    else { return nil }
    let (first, last) = (min(month, clock), max(month, clock))
    let around = max(0, first - 8)..<min(text.tokens.count, last + 8)
    let sign = around.first { place in
      let hash = text.hashes[place]
      guard stamps.contains(hash) else { return false }
      // "says" beside a date is a comment's only with a colon behind it, and so is whatever else may stand in a sentence.
      return !says.contains(hash) || place + 1 < text.tokens.count && isMark(text, place + 1, ":")
    }
    if let sign { return min(first, sign) }
    // "March 3, 2011 at 6:41 pm |": the bar behind the time parts it from the comment.
    let behind = clock + 1 < text.tokens.count && halves.contains(text.hashes[clock + 1]) ? clock + 2 : clock + 1
    return month < clock && behind < text.tokens.count && isMark(text, behind, "|") ? first : nil
  }

  private func isYear(_ text: TokenText, _ place: Int) -> Bool {
    let token = text.tokens[place]
    guard token.kind == .number, token.bytes.count == 4 else { return false }
    let bytes = text.bytes[token.bytes]
    return (bytes.starts(with: "20".utf8) || bytes.starts(with: "19".utf8)) && bytes.allSatisfy(TextBytes.isDigit)
  }

  /// `04/03/2011`, `4.3.11`: three figures and two signs of one kind.
  private func isDate(_ text: TokenText, _ place: Int) -> Bool {
    let token = text.tokens[place]
    guard token.kind == .number, (6...10).contains(token.bytes.count) else { return false }
    let signs = text.bytes[token.bytes].filter { !TextBytes.isDigit($0) }
    return signs.count == 2 && signs[0] == signs[1] && [0x2F, 0x2E, 0x2D].contains(signs[0])
  }

  private func isMark(_ text: TokenText, _ place: Int, _ mark: Unicode.Scalar) -> Bool {
    text.tokens[place].kind != .word && text.scalar(place) == mark.value
  }

  // MARK: Notices

  /// The sentence that says whose views the comments are.
  private func noticeStart(in text: TokenText, from first: Int) -> Int? {
    guard notice.allSatisfy({ !$0.isEmpty }) else { return nil }
    for place in text.tokens.indices.dropFirst(first) where notice[0].contains(text.hashes[place]) {
      let sentence = (place..<min(text.tokens.count, place + 16)).prefix { !isEnd(text, $0) }
      let hasAll = notice.dropFirst().allSatisfy { words in
        sentence.contains { $0 > place && words.contains(text.hashes[$0]) }
      }
      guard hasAll else { continue }
      var start = place
      while start > first, place - start < 8, !isEnd(text, start - 1), !text.tokens[start].shape.contains(.lineStart) {
        start -= 1
      }
      return start
    }
    return nil
  }

  private func isEnd(_ text: TokenText, _ place: Int) -> Bool {
    text.tokens[place].kind == .mark && [0x2E, 0x21, 0x3F].contains(text.scalar(place))
  }
}
