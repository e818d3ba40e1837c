internal import Resources

/// Curated opposites (`opposites.txt`): `rise, climb | fall, drop`.
///
/// Every word on one side is the opposite of every word on the other. The contrasts (`contrasts.txt`) are written alike, with the
/// topic before the sides: `projectile: missile | rocket | shell`.
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
    for line in ListReader.lines(in: text[...]) {
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
    for line in ListReader.lines(in: text[...]) {
      for word in ListReader.parts(line, ",") { groups[String(word), default: []].append(Int32(count)) }
      count += 1
    }
  }

  /// Numbers of the groups a lower-case lemma or phrase belongs to.
  package func groups(of word: String) -> [Int32] { groups[word] ?? [] }
}

/// Quantity and intensity scales (`scales.txt`): `quantity: none < few < some < many < most < all`.
///
/// Words between `<` that share a step are separated by commas.
package struct ScaleList: Sendable {
  /// A word's step on one scale.
  package struct Place: Hashable, Sendable {
    package var scale: Int32
    /// 0 for the lowest step.
    package var step: Int32
  }

  /// Scale names in the order of the list.
  package private(set) var names: [String] = []
  private var places: [String: [Place]] = [:]
  package private(set) var malformed: [String] = []

  package init(text: String) {
    for line in ListReader.lines(in: text[...]) {
      guard let colon = line.firstIndex(of: ":") else {
        malformed.append(String(line))
        continue
      }
      let scale = Int32(names.count)
      names.append(String(ListReader.trimmed(line[..<colon])))
      for (step, words) in ListReader.parts(line[line.index(after: colon)...], "<").enumerated() {
        for word in ListReader.parts(words, ",") {
          places[String(word), default: []].append(Place(scale: scale, step: Int32(step)))
        }
      }
    }
  }

  package func places(of word: String) -> [Place] { places[word] ?? [] }

  /// Steps between two words on a scale they share, the largest where they share several; nil when they share none.
  package func distance(_ first: String, _ second: String) -> (scale: Int32, steps: Int32)? {
    Self.distance(places(of: first), places(of: second))
  }

  /// The same of the places of two words.
  package static func distance(_ first: [Place], _ others: [Place]) -> (scale: Int32, steps: Int32)? {
    var best: (scale: Int32, steps: Int32)?
    for place in first {
      for other in others where other.scale == place.scale {
        let steps = abs(place.step - other.step)
        if steps > best?.steps ?? -1 { best = (place.scale, steps) }
      }
    }
    return best
  }
}

/// Words with an evaluative sign (`valence.txt`): `positive: protect, embrace` and `negative: abuse, abandon`.
package struct ValenceList: Sendable {
  private var signs: [String: Int8] = [:]
  /// Lines that name no sign; empty in a sound list.
  package private(set) var malformed: [String] = []

  package init(text: String) {
    for line in ListReader.lines(in: text[...]) {
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

/// British and American spellings (`spelling_variants.txt`): `british<TAB>american`, folded to the American one.
package struct SpellingList: Sendable {
  private var american: [String: String] = [:]
  package var count: Int { american.count }

  package init(text: String) {
    for line in ListReader.lines(in: text[...]) {
      let fields = ListReader.fields(line)
      if fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty { american[String(fields[0])] = String(fields[1]) }
    }
  }

  /// The spelling two variants share: listed ones by the list, `-isation`, `-ise`, `-yse` and their inflections by rule.
  ///
  /// The rule may turn a word into none ("advise" to "advize"); compare folds with folds only.
  package func fold(_ word: String) -> String {
    if let listed = american[word] { return listed }
    guard word.utf8.count >= 6 else { return word }
    for ending in Self.endings where word.hasSuffix(ending.british) {
      return String(word.dropLast(ending.british.count)) + ending.american
    }
    return word
  }

  private static let endings: [(british: String, american: String)] = [
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
    ("iser", "izer"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"),
  ]
}
