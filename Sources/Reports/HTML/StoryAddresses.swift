internal import Drift

/// The addresses of stories and comparisons inside the report: made of ids that Newsprint itself gives, never of the input's.
struct StoryAddressTable: Sendable {
  /// Such as `s-35c7afc9e2716e00`.
  let keys: [String]

  init(_ model: ReportModel) {
    var seen: Set<String> = []
    keys = model.stories.enumerated().map { place, story in
      let letters = story.id.utf8.filter { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      let key = "s-" + String(decoding: letters, as: UTF8.self)
      return seen.insert(key).inserted ? key : "\(key)-\(place)"
    }
  }

  /// In a folder, an article that stands alone has a page only when there is something to tell of it.
  func hasPage(_ story: ReportStory, of model: ReportModel) -> Bool {
    story.members.count > 1 || !story.nearMisses.isEmpty || model.events[story.event].stories.count > 1
      || model.articles[story.original].flags.contains { $0.severity > .minor }
  }

  var inOneDocument: StoryAddresses { StoryAddresses(keys: keys) { key, _ in "#" + key } }

  func fromIndex(_ names: [String], _ hasPage: [Bool]) -> StoryAddresses {
    StoryAddresses(keys: keys) { key, story in hasPage[story] ? "stories/\(names[story])#\(key)" : "" }
  }

  func among(_ names: [String], own: String, _ hasPage: [Bool]) -> StoryAddresses {
    StoryAddresses(keys: keys) { key, story in !hasPage[story] ? "" : names[story] == own ? "#\(key)" : "\(names[story])#\(key)" }
  }
}

/// How one document points to stories.
struct StoryAddresses {
  let keys: [String]
  private let make: (String, Int) -> String

  init(keys: [String], make: @escaping (String, Int) -> String) {
    self.keys = keys
    self.make = make
  }

  /// Empty for an article without a page.
  func story(_ place: Int) -> String { make(keys[place], place) }

  /// The comparison of a version with the one it comes from.
  func comparison(_ index: Int, of story: Int) -> String { make(comparisonKey(index, of: story), story) }

  func comparisonKey(_ index: Int, of story: Int) -> String { "\(keys[story])-c\(index + 1)" }

  /// What a comparison says of one of its findings.
  func note(_ finding: Int, of comparison: Int, of story: Int) -> String {
    make(noteKey(finding, of: comparison, of: story), story)
  }

  /// Short, as notes are many.
  func noteKey(_ finding: Int, of comparison: Int, of story: Int) -> String { "n\(story)-\(comparison)-\(finding + 1)" }

  /// The row of a version.
  func memberKey(_ member: Int, of story: Int) -> String { "\(keys[story])-m\(member)" }
}
