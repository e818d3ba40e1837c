internal import Drift
internal import Output

/// What the versions of a story changed, as its page lists it: each change once, with the versions that have it.
struct StoryChanges {
  private let model: ReportModel
  private let story: ReportStory
  private let place: Int
  private let names: VersionNames
  private let links: StoryAddresses
  private let groups: [ChangeGroup]
  /// Those of weight.
  private let serious: [ChangeGroup]

  /// Changes that the page lists; the comparisons have all.
  private static let mostChanges = 12
  private static let mostMild = 5
  private static let mostShared = 8
  private static let mostNames = 6

  init(_ model: ReportModel, _ place: Int, _ names: VersionNames, _ links: StoryAddresses) {
    self.model = model
    self.place = place
    self.names = names
    self.links = links
    story = model.stories[place]
    groups = ChangeGroup.groups(of: story, model)
    serious = groups.filter { $0.finding.severity > .minor }
  }

  func add(to view: inout View) {
    let shown = serious.isEmpty ? groups.prefix(Self.mostMild) : serious.prefix(Self.mostChanges)
    view["hasChanges"] = !shown.isEmpty
    view["changes"] = shown.map { change($0) }
    view["mild"] =
      serious.isEmpty && !shown.isEmpty ? "Nothing was found that changes a fact. Among the changes of wording:" : false
    view["moreChanges"] = rest(shown.count) ?? false
    if shown.isEmpty {
      let isIdentical = story.comparisons.allSatisfy(\.isIdentical)
      view["unchanged"] =
        isIdentical ? "Nothing: every version has the same text, letter by letter." : "No change of meaning was found."
    }
    let news = story.news.filter { $0.finding.severity > .minor }
    view["hasNews"] = !news.isEmpty
    view["news"] = news.prefix(Self.mostShared).map { change(ChangeGroup(finding: $1, comparisons: [$0])) }
    let shared = groups.filter { $0.carriers(story).count > 1 }
    view["hasShared"] = !shared.isEmpty
    view["shared"] = shared.prefix(Self.mostShared).map { change($0, isShared: true) }
  }

  /// How many changes are not among the `shown` ones; nil where all are.
  private func rest(_ shown: Int) -> String? {
    guard groups.count > shown else { return nil }
    let rest = serious.count - shown
    let minor = groups.count - max(serious.count, serious.isEmpty ? shown : 0)
    let parts = [
      rest > 0 && !serious.isEmpty ? "\(rest) more of weight" : nil,
      minor > 0 ? counted(minor, "change", "changes") + " of wording" : nil,
    ]
    return "And " + parts.compactMap { $0 }.joined(separator: " and ") + ": see the comparisons."
  }

  private func change(_ group: ChangeGroup, isShared: Bool = false) -> View {
    let carriers = group.carriers(story)
    let all = carriers.map { names.name(model.articles[$0]) }.distinct
    let more = all.count - Self.mostNames
    let shown = all.prefix(Self.mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let comparison = group.comparisons[0]
    let number = story.comparisons[comparison].place(of: group.finding)
    // Of changes of wording not each has a note, and what is too unsure to say has none.
    let hasNote = group.finding.severity > .minor && group.finding.isClaim
    return [
      "severity": group.finding.severity.rawValue, "category": group.finding.category.rawValue,
      "message": HTMLText.sentence(group.finding.message.onOneLine.shortened(to: 260)),
      "href": hasNote ? links.note(number, of: comparison, of: place) : links.comparison(comparison, of: place),
      "context": FindingContext(group.finding, of: story.comparisons[comparison], in: model)?.view ?? false,
      // Of two versions only one can have changed.
      "who": isShared
        ? "\(counted(carriers.count, "version", "versions")): \(shown)" : story.members.count == 2 ? false : shown,
    ]
  }
}

/// One change, and the versions that have it.
private struct ChangeGroup {
  struct Key: Hashable {
    var category: DriftCategory
    var a: String
    var b: String

    init(_ finding: ReportFinding) {
      category = finding.category
      a = finding.a?.text?.lowercased() ?? ""
      b = finding.b?.text?.lowercased() ?? ""
      // Without words on either side the message is all there is.
      if a.isEmpty, b.isEmpty { b = finding.message }
    }
  }

  var finding: ReportFinding
  /// Comparisons that found it.
  var comparisons: [Int]
  /// Versions that took it over from the one they come from.
  private(set) var heirs: [Int] = []

  init(finding: ReportFinding, comparisons: [Int]) {
    self.finding = finding
    self.comparisons = comparisons
  }

  /// The changes of a story, in the order of its claims.
  static func groups(of story: ReportStory, _ model: ReportModel) -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    var index: [Key: Int] = [:]
    for (comparison, finding) in story.claims {
      let key = Key(finding)
      // What is said of the same words already is said once, at its worst.
      guard !groups.contains(where: { $0.comparisons.contains(comparison) && $0.finding.covers(finding) }) else { continue }
      if let known = index[key] {
        groups[known].comparisons.append(comparison)
      } else {
        index[key] = groups.count
        groups.append(ChangeGroup(finding: finding, comparisons: [comparison]))
      }
    }
    for group in groups.indices { groups[group].addHeirs(story, model) }
    return groups
  }

  /// Articles that made or took over the change.
  func carriers(_ story: ReportStory) -> [Int] { (comparisons.map { story.comparisons[$0].b } + heirs).distinct }

  /// Adds the versions below those that made the change, where the new words still stand in them.
  mutating func addHeirs(_ story: ReportStory, _ model: ReportModel) {
    guard let words = finding.b?.text, words.utf8.count > 2 else { return }
    var carriers = Set(self.carriers(story))
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for comparison in story.comparisons where carriers.contains(comparison.a) && !carriers.contains(comparison.b) {
        guard comparison.isIdentical || model.articles[comparison.b].text?.contains(words) == true else { continue }
        carriers.insert(comparison.b)
        heirs.append(comparison.b)
        hasGrown = true
      }
    }
  }
}
