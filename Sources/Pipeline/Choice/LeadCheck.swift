internal import Text

/// Whether two copies begin with different news over the same text.
///
/// A site that takes its story up again puts a new beginning before the old paragraphs: nine tenths of it are a copy, and the news is in
/// the rest.
struct LeadCheck {
  /// Words at the beginning that are looked at, words in a run that both must have, and the share of the beginning that lies outside
  /// such runs; set by reading copies of G1, Estadão and the BBC, 2026-11.
  private static let lead = 60
  private static let run = 5
  private static let own = 0.6

  /// Whether neither beginning stands in the other text, but for a part.
  ///
  /// Linear in the words.
  static func differs(_ a: borrowing WordStream, _ b: borrowing WordStream) -> Bool {
    guard a.count >= lead, b.count >= lead else { return false }
    return isOwn(a, in: runs(b)) && isOwn(b, in: runs(a))
  }

  private static func runs(_ words: borrowing WordStream) -> Set<UInt64> {
    var result: Set<UInt64> = []
    for start in 0...words.count - run { result.insert(hash(words, start)) }
    return result
  }

  private static func hash(_ words: borrowing WordStream, _ start: Int) -> UInt64 {
    (start..<start + run).reduce(0) { ($0 ^ words.hashes[$1]) &* 0x9E37_79B9_7F4A_7C15 }
  }

  private static func isOwn(_ words: borrowing WordStream, in runs: Set<UInt64>) -> Bool {
    var isShared = [Bool](repeating: false, count: lead)
    for start in 0..<lead where start + run <= words.count && runs.contains(hash(words, start)) {
      for word in start..<min(lead, start + run) { isShared[word] = true }
    }
    return Double(isShared.count { !$0 }) >= own * Double(lead)
  }
}
