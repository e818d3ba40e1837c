/// Words with an evaluative sign (`valence.txt`): `positive: protect, embrace` and `negative: abuse, abandon`.
package struct ValenceList: Sendable {
  private var signs: [String: Int8] = [:]
  /// Lines that name no sign; empty in a sound list.
  package private(set) var malformed: [String] = []

  package init(text: String) {
    for line in ListReader.lines(in: text) {
      guard let colon = line.firstIndex(of: ":"), let sign = Self.sign(ListReader.trimmed(line[..<colon])) else {
        malformed.append(String(line))
        continue
      }
      for word in ListReader.parts(line[line.index(after: colon)...], ",") { signs[String(word)] = sign }
    }
  }

  private static func sign(_ name: Substring) -> Int8? {
    switch name {
    case "positive": 1
    case "negative": -1
    default: nil
    }
  }

  /// 1 or -1, 0 for a lower-case lemma that is not listed.
  package func sign(of word: String) -> Int8 { signs[word] ?? 0 }
}
