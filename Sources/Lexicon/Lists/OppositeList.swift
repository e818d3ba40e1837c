/// Curated opposites (`opposites.txt`): `rise, climb | fall, drop`.
///
/// Every word on one side is the opposite of every word on the other. The contrasts (`contrasts.txt`) are written alike, with the topic
/// before the sides: `projectile: missile | rocket | shell`.
package struct OppositeList: Sendable {
  /// A word's place in one entry.
  package struct Membership: Hashable, Sendable {
    package var entry: Int32
    package var side: Int32

    package init(entry: Int32, side: Int32) {
      self.entry = entry
      self.side = side
    }
  }

  private var memberships: [String: [Membership]] = [:]
  /// Number of entries read.
  package private(set) var count = 0
  /// Entries that do not have at least two sides, with their text; empty in a sound list.
  package private(set) var malformed: [String] = []

  package init(text: String, hasTopics: Bool = false) {
    for line in ListReader.lines(in: text) {
      let words = hasTopics ? line.firstIndex(of: ":").map { line[line.index(after: $0)...] } ?? line : line
      let sides = ListReader.parts(words, "|")
      guard sides.count >= 2 else {
        malformed.append(String(line))
        continue
      }
      for (side, words) in sides.enumerated() {
        for word in ListReader.parts(words, ",") {
          memberships[String(word), default: []].append(Membership(entry: Int32(count), side: Int32(side)))
        }
      }
      count += 1
    }
  }

  /// Where a lower-case lemma or phrase stands; empty for a word that is not listed.
  package func memberships(of word: String) -> [Membership] { memberships[word] ?? [] }
}

/// Curated near-synonyms (`synonyms.txt`): `boss, chief, head`.
///
/// The words of one group may replace one another in news prose.
package struct SynonymList: Sendable {
  private var groups: [String: [Int32]] = [:]
  package private(set) var count = 0

  package init(text: String) {
    for line in ListReader.lines(in: text) {
      for word in ListReader.parts(line, ",") { groups[String(word), default: []].append(Int32(count)) }
      count += 1
    }
  }

  /// Numbers of the groups a lower-case lemma or phrase belongs to.
  package func groups(of word: String) -> [Int32] { groups[word] ?? [] }
}
