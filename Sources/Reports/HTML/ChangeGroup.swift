internal import Drift

/// One change, and the versions that have it.
struct ChangeGroup {
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
