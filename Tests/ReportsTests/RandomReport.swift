import Drift
import Pipeline
import Relations
import TestSupport

@testable import Reports

/// Reports of random stories, of few outlets and times, so that ties and gaps come.
enum RandomReport {
  static func model(_ seed: Int) -> ReportModel {
    var generator = SeededGenerator(seed)
    var model = ReportModel(run: ReportRun(version: "0.0.0"))
    for story in 0..<1 + generator.below(6) {
      let members = Array(model.articles.count..<model.articles.count + 1 + generator.below(6))
      let original = generator.pick(members)
      for member in members { model.articles.append(article(member, story, original, members, &generator)) }
      var made = ReportStory(
        id: "story \(story)", headline: model.articles[original].headline, members: members.shuffled(using: &generator),
        original: original, originalConfidence: Double(generator.below(11)) / 10, weakestPair: 1, event: 0)
      for member in members where member != original {
        made.comparisons.append(comparison(model.articles[member].parent ?? original, member, &generator))
      }
      model.stories.append(made)
    }
    model.events = [ReportEvent(id: "event", stories: Array(model.stories.indices), sources: seed % 2 == 0 ? nil : 3)]
    return model
  }

  private static func article(
    _ number: Int, _ story: Int, _ original: Int, _ members: [Int], _ generator: inout SeededGenerator
  ) -> ReportArticle {
    let isOriginal = number == original
    var article = ReportArticle(
      id: "zid\(letters(number))", title: generator.below(3) == 0 ? "" : "Title \(letters(number))",
      role: isOriginal
        ? members.count > 1 ? .original : .single : generator.pick([.reprint, .edited, .machineRewrite, .update]),
      roleConfidence: 1, similarity: Double(generator.below(11)) / 10)
    article.story = story
    // A tree: everyone hangs on one of the members before it, the first on the original.
    article.parent = isOriginal ? nil : members.first { $0 < number && $0 != original && generator.below(2) == 0 } ?? original
    if generator.below(4) > 0 { article.outlet = "Zq Outlet \(letters(generator.below(4)))" }
    if generator.below(2) == 0 { article.url = "https://www.zq-\(letters(generator.below(4))).example/\(number)" }
    if generator.below(4) > 0 { article.published = DateText.iso(Int64(generator.below(5)) * 3_600) }
    article.isCreditLost = generator.below(4) == 0
    article.wires = generator.below(3) == 0 ? ["Tidewire"] : []
    article.text = "First \(letters(number)) of it stands here. Second \(letters(number)) of it stands there."
    return article
  }

  private static func comparison(_ a: Int, _ b: Int, _ generator: inout SeededGenerator) -> ReportComparison {
    var comparison = ReportComparison(a: a, b: b, relation: .edited)
    comparison.isNews = generator.below(4) == 0
    comparison.findings = (0..<generator.below(4)).map { number in
      ReportFinding(
        category: generator.pick([.number, .name]), severity: generator.pick([.minor, .major, .critical]),
        confidence: Double(generator.below(3)) / 2, rule: "rule", message: "Message \(number)", count: 1, a: nil, b: nil)
    }
    return comparison
  }
}
