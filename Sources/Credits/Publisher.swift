/// Who published an article: one value for all sites and spellings of a publisher, as far as their names show it.
///
/// "www.harbour.example", "sport.harbour.example/tides" and "The Harbour" are one publisher; that two names belong to one owner
/// is not known. An agency that publishes itself is the agency.
package struct Publisher: Sendable, Hashable {
  /// Equal for the sites of one publisher; an agency's ``Agency/id`` for an agency.
  package var key: String
  /// The name for people: as it was given, or the host.
  package var name: String

  /// Names of parts of addresses that stand before a country's two letters.
  private static let suffixes: Set<Substring> = ["ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "or", "org"]

  /// The publisher by an outlet's name, or else by an address; nil when both are empty.
  ///
  /// Linear.
  package init?(outlet: String, address: String, agencies: [String: String] = Publisher.agencies) {
    let outlet = outlet.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isHost = !outlet.contains(" ") && outlet.contains(".")
    if !outlet.isEmpty, !isHost {
      name = outlet
      key = Self.squeezed(outlet)
    } else {
      let host = Self.host(outlet.isEmpty ? address : outlet)
      guard !host.isEmpty else { return nil }
      name = host
      key = Self.squeezed(Self.mainLabel(host))
    }
    guard !key.isEmpty else { return nil }
    if let agency = agencies[key] { key = agency }
  }

  /// The ids of agencies by their squeezed names.
  package static let agencies: [String: String] = {
    var result: [String: String] = [:]
    for agency in AgencyList.standard.agencies where !agency.isPaper {
      for name in [agency.label, agency.name] where squeezed(name).count >= 3 { result[squeezed(name)] = agency.id }
    }
    return result
  }()

  /// Letters and digits in small letters, without the article before a name.
  private static func squeezed(_ name: String) -> String {
    var name = name.lowercased()
    if name.hasPrefix("the ") { name.removeFirst(4) }
    return String(name.filter { $0.isLetter || $0.isNumber })
  }

  private static func host(_ address: String) -> String {
    var rest = address[...]
    // An address in another one's query has slashes too.
    if let scheme = rest.firstRange(of: "//"), !rest[..<scheme.lowerBound].contains(where: { "/?#".contains($0) }) {
      rest = rest[scheme.upperBound...]
    }
    rest = rest.prefix { !"/?#".contains($0) }
    // Before it may stand who signs in, behind it a port.
    if let user = rest.lastIndex(of: "@") { rest = rest[rest.index(after: user)...] }
    return rest.prefix { $0 != ":" }.lowercased()
  }

  /// The label of a host that names its owner: "harbour" of "www.sport.harbour.co.uk".
  private static func mainLabel(_ host: String) -> String {
    var labels = host.split(separator: ".")
    guard labels.count > 1 else { return host }
    let last = labels.removeLast()
    if labels.count > 1, last.count == 2, let second = labels.last, suffixes.contains(second) { labels.removeLast() }
    return String(labels.last ?? last)
  }
}

/// How many sources an event has that do not copy from each other.
package enum IndependentSources {
  /// An article of the event.
  package struct Member: Sendable, Hashable {
    /// The story to which the article belongs; copies and rewrites share it.
    package var story: String
    /// ``WireAttribution/agencies`` of the article, and their labels in the same order.
    package var agencies: [String]
    package var labels: [String]
    /// Who published it, if known.
    package var publisher: Publisher?
    /// True for the article that the story's copies go back to.
    package var isOriginal: Bool

    package init(story: String, agencies: [String], labels: [String], publisher: Publisher?, isOriginal: Bool) {
      self.story = story
      self.agencies = agencies
      self.labels = labels
      self.publisher = publisher
      self.isOriginal = isOriginal
    }
  }

  /// A source: an agency, a publisher, or a story of which neither is known.
  package struct Source: Sendable, Hashable {
    package var key: String
    /// nil where neither agency nor publisher is known.
    package var name: String?
  }

  /// The sources, sorted by key: the agencies that any article of a story credits stand for the whole story, since a copy without
  /// credit is no source of its own; a story without any credit counts as its original's publisher, or as itself.
  package static func sources(of members: [Member]) -> [Source] {
    var stories: [String: [Member]] = [:]
    for member in members { stories[member.story, default: []].append(member) }
    // Of several names of one publisher the least in order, whatever the order of the articles.
    var names: [String: String] = [:]
    func add(_ key: String, _ name: String) { names[key] = min(names[key] ?? name, name) }
    var unknown: Set<String> = []
    var agencies: [String: String] = [:]
    for (story, members) in stories {
      let credited = members.flatMap { zip($0.agencies, $0.labels) }
      if !credited.isEmpty {
        for (agency, label) in credited { agencies[agency] = min(agencies[agency] ?? label, label) }
      } else if let publisher = publisher(of: members) {
        add(publisher.key, publisher.name)
      } else {
        unknown.insert("story:\(story)")
      }
    }
    names.merge(agencies) { $1 }
    return (names.map { Source(key: $0, name: $1) } + unknown.map { Source(key: $0, name: nil) }).sorted { $0.key < $1.key }
  }

  /// The original's publisher, or else the first in order of those known.
  private static func publisher(of members: [Member]) -> Publisher? {
    func least(_ members: [Member]) -> Publisher? {
      members.compactMap(\.publisher).min { ($0.key, $0.name) < ($1.key, $1.name) }
    }
    return least(members.filter(\.isOriginal)) ?? least(members)
  }
}

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
