/// What a copy did to the credits of its original.
package struct AttributionComparison: Sendable, Hashable {
  /// Labels of agencies that the original credits and the copy does not.
  package var lost: [String]
  /// Labels that only the copy credits.
  package var gained: [String]
  /// Labels that both credit.
  package var kept: [String]
  /// True when the original credits an agency and the copy credits none.
  package var isCreditDropped: Bool

  /// Compares the credits of `original` and `copy`; agencies are compared by id.
  package init(original: WireAttribution, copy: WireAttribution) {
    let before = Self.labels(original)
    let after = Self.labels(copy)
    // Only what is beyond doubt can be lost, and a hint at the agency keeps it.
    lost = Self.labels(original, from: CreditTuning.standard.sure)
      .filter { pair in !copy.evidence.contains { $0.agency == pair.0 } }.map(\.1)
    gained = after.filter { pair in !before.contains { $0.0 == pair.0 } }.map(\.1)
    kept = before.filter { pair in after.contains { $0.0 == pair.0 } }.map(\.1)
    isCreditDropped = original.isSure && copy.evidence.isEmpty
  }

  private static func labels(
    _ attribution: WireAttribution, from least: Double = CreditTuning.standard.credited
  ) -> [(String, String)] {
    var result: [(String, String)] = []
    for piece in attribution.evidence where piece.confidence >= least && !result.contains(where: { $0.0 == piece.agency }) {
      result.append((piece.agency, piece.label))
    }
    return result
  }
}

/// How many sources an event has that do not copy from each other.
package enum IndependentSources {
  /// An article of the event.
  package struct Member: Sendable, Hashable {
    /// The story to which the article belongs; copies and rewrites share it.
    package var story: String
    /// ``WireAttribution/agencies`` of the article.
    package var agencies: [String]
    /// The outlet that published it, if known.
    package var outlet: String?
    /// True for the article that the story's copies go back to.
    package var isOriginal: Bool

    package init(story: String, agencies: [String], outlet: String?, isOriginal: Bool) {
      self.story = story
      self.agencies = agencies
      self.outlet = outlet
      self.isOriginal = isOriginal
    }
  }

  /// The sources, sorted: the agencies that any article of a story credits stand for the whole story, since a copy without
  /// credit is no source of its own; a story without any credit counts as its original's outlet, or as itself.
  package static func sources(of members: [Member]) -> [String] {
    var stories: [String: [Member]] = [:]
    for member in members { stories[member.story, default: []].append(member) }
    var result: Set<String> = []
    for (story, members) in stories {
      let agencies = members.flatMap(\.agencies)
      if !agencies.isEmpty {
        result.formUnion(agencies)
      } else if let outlet = members.filter(\.isOriginal).compactMap(\.outlet).min() ?? members.compactMap(\.outlet).min() {
        result.insert("outlet:\(outlet)")
      } else {
        result.insert("story:\(story)")
      }
    }
    return result.sorted()
  }

  package static func count(_ members: [Member]) -> Int { sources(of: members).count }
}
