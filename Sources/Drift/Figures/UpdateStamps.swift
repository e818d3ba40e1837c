import Alignment
import Resources
import Text

/// Times that say when a page, or a line of a live page, was written: in brackets, or with a whole date.
///
/// "(Update 2:04 pm in Brandal, 7:04 am ET)": they belong to the page: two lines with their stamps are no two versions of a fact.
struct UpdateStamps {
  private let words: WordSet
  private let calendar: CalendarVocabulary
  /// Tokens of a stamp at most.
  private static let longest = 14

  init(_ resources: DriftResources) {
    let published = Resource.rows("page_matter.tsv").filter { $0.first == "published" && $0.count > 1 }.map { String($0[1]) }
    words = resources.set(RuleWords.stamps.words + published)
    calendar = resources.vocabulary.calendar
  }

  /// The positions of the words of such stamps.
  ///
  /// Complexity: linear in the passage.
  func positions(_ side: SentenceSide) -> Set<Int> {
    var found: Set<Int> = []
    for position in 0..<side.count where words.contains(side.ids[position]) {
      let token = side.words[position]
      guard token > 0, mark(token - 1, side) == UInt8(ascii: "(") else { continue }
      let end = (token..<min(side.text.tokens.count, token + Self.longest)).first { mark($0, side) == UInt8(ascii: ")") }
      guard let end else { continue }
      found.formUnion(side.positions(in: token..<end))
    }
    for position in 0..<side.count where calendar.mentions.contains(side.ids[position]) {
      if calendar.weekdays[side.ids[position]] != nil, let stamp = wholeDate(at: position, side) { found.formUnion(stamp) }
    }
    return found
  }

  /// "10.02 BST on Thursday 3 June 2010": a time of day and a whole date, the day of the week among it, say when something was printed.
  private func wholeDate(at weekday: Int, _ side: SentenceSide) -> Range<Int>? {
    guard weekday + 3 < side.count, side.token(weekday + 1).kind == .number, calendar.months[side.ids[weekday + 2]] != nil,
      side.token(weekday + 3).kind == .number, side.token(weekday + 3).bytes.count == 4,
      let time = (max(0, weekday - Self.reach)..<weekday).first(where: { isClock($0, side) })
    else { return nil }
    return time..<weekday + 4
  }

  /// A number with a point or colon inside: "10.02", "10:02".
  private func isClock(_ position: Int, _ side: SentenceSide) -> Bool {
    let token = side.token(position)
    return token.kind == .number
      && side.text.bytes[token.bytes].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
  }

  /// Words between the time and the day of the week.
  private static let reach = 4

  private func mark(_ token: Int, _ side: SentenceSide) -> UInt8? {
    let token = side.text.tokens[token]
    return token.kind == .mark ? side.text.bytes[Int(token.start)] : nil
  }
}
