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
