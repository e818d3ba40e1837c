import Drift
import TestSupport
import Testing

@testable import Reports

/// The figures of a report, counted by hand.
@Suite struct ReportFiguresTests {
  @Test(arguments: 0..<40) func `totals count every article, story and change once`(seed: Int) {
    let model = RandomReport.model(seed)
    let totals = model.totals
    var (copies, lost, several, serious) = (0, 0, 0, 0)
    for article in model.articles {
      if article.parent != nil { copies += 1 }
      if article.isCreditLost { lost += 1 }
    }
    for story in model.stories {
      if story.members.count > 1 { several += 1 }
      var isSerious = false
      for comparison in story.comparisons where !comparison.isNews {
        for finding in comparison.findings where finding.severity != .minor { isSerious = true }
      }
      if isSerious { serious += 1 }
    }
    #expect(totals.articles == model.articles.count && totals.copies == copies && totals.creditsLost == lost)
    #expect(totals.stories == several && totals.alone == model.stories.count - several)
    #expect(totals.storiesWithSeriousDrift == serious)
    #expect(totals.wires == (model.articles.contains { !$0.wires.isEmpty } ? 1 : 0))
  }

  @Test(arguments: 0..<40) func `every article is in one outlet's row, and the rows add up`(seed: Int) {
    let model = RandomReport.model(seed)
    let rows = model.outlets
    #expect(Set(rows.map(\.name)).count == rows.count)
    #expect(rows.reduce(0) { $0 + $1.articles } == model.totals.articles)
    #expect(rows.reduce(0) { $0 + $1.copies } == model.totals.copies)
    #expect(rows.reduce(0) { $0 + $1.creditsLost } == model.totals.creditsLost)
    #expect(rows.reduce(0) { $0 + $1.machineRewrites } == model.totals.machineRewrites)
    let serious = model.stories.flatMap(\.comparisons).filter { !$0.isNews }.flatMap(\.findings).count { $0.severity != .minor }
    #expect(rows.reduce(0) { $0 + $1.seriousChanges } == serious)
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect(row.articles > next.articles || row.articles == next.articles && row.name < next.name)
    }
  }

  @Test(arguments: 0..<40) func `copies between outlets are counted once, and no outlet takes from itself`(seed: Int) {
    let model = RandomReport.model(seed)
    let flows = model.flows
    let between = model.articles.count { article in
      guard let parent = article.parent else { return false }
      let names = [article.outletName, model.articles[parent].outletName]
      return names[0] != names[1] && !names.contains(ReportArticle.unnamedOutlet)
    }
    #expect(flows.reduce(0) { $0 + $1.copies } == between)
    #expect(flows.allSatisfy { $0.from != $0.to && $0.copies > 0 })
    #expect(flows.map(\.copies) == flows.map(\.copies).sorted(by: >))
    #expect(flows.reduce(0) { $0 + $1.creditsLost } <= model.totals.creditsLost)
  }

  @Test(arguments: 0..<40) func `half of an outlet's copies come no later than its delay`(seed: Int) throws {
    let model = RandomReport.model(seed)
    for row in model.outlets {
      let delays = model.articles.filter { $0.outletName == row.name && $0.parent != nil }.compactMap { article -> Int64? in
        let original = model.articles[model.stories[article.story].original]
        guard let own = article.published.flatMap(DateText.seconds), let first = original.published.flatMap(DateText.seconds)
        else { return nil }
        return own - first
      }
      #expect((row.medianDelay == nil) == delays.isEmpty)
      guard let median = row.medianDelay else { continue }
      #expect(delays.contains(median))
      #expect(delays.count { $0 < median } * 2 <= delays.count && delays.count { $0 > median } * 2 <= delays.count)
    }
  }

  @Test(arguments: 0..<40) func `changes stand worst first, and news stand apart`(seed: Int) {
    for story in RandomReport.model(seed).stories {
      #expect(
        story.findings.count + story.news.count == story.comparisons.reduce(0) { $0 + $1.findings.count })
      #expect(story.findings.allSatisfy { !story.comparisons[$0.comparison].isNews })
      #expect(story.news.allSatisfy { story.comparisons[$0.comparison].isNews })
      for list in [story.findings, story.news] {
        for (one, next) in zip(list, list.dropFirst()) {
          let (first, second) = (one.finding, next.finding)
          #expect(
            (first.severity, first.confidence) >= (second.severity, second.confidence), "\(first.severity) \(second.severity)")
          if (first.severity, first.confidence) == (second.severity, second.confidence) {
            #expect(one.comparison <= next.comparison)
          }
        }
      }
      #expect(story.worst == story.findings.first?.finding.severity)
    }
  }

  @Test(arguments: 0..<40) func `versions of a story have names of their own`(seed: Int) {
    let model = RandomReport.model(seed)
    for story in model.stories {
      let names = VersionNames(model, story)
      let all = story.members.map { names.name(model.articles[$0]) }
      #expect(Set(all).count == all.count, "\(all)")
    }
  }

  @Test(arguments: 0..<40) func `every version stands once in the tree, below the one it comes from`(seed: Int) {
    let model = RandomReport.model(seed)
    for story in model.stories {
      let tree = VersionTreeDrawing(model, story)
      #expect(tree.left == 0 && tree.nodes.map(\.member).sorted() == story.members.sorted())
      #expect(tree.nodes.first == VersionTreeDrawing.Node(member: story.original, depth: 0, parent: nil))
      for (row, node) in tree.nodes.enumerated().dropFirst() {
        guard let parent = node.parent else {
          Issue.record("\(node) hangs on nothing")
          continue
        }
        #expect(parent < row && tree.nodes[parent].depth == node.depth - 1)
        #expect(tree.nodes[parent].member == model.articles[node.member].parent)
      }
    }
  }

  @Test(arguments: 0..<20) func `the graph's edges go between its nodes`(seed: Int) {
    let model = RandomReport.model(seed)
    let text = GraphMLReport(model).text()
    #expect(Formats.xmlFault(text) == nil)
    func places(_ name: String) -> [Substring] {
      text.split(separator: "\(name)=\"n").dropFirst().map { $0.prefix { $0 != "\"" } }
    }
    let nodes = Set(places("<node id"))
    #expect(nodes == Set(model.stories.filter { $0.members.count > 1 }.flatMap(\.members).map { Substring("\($0)") }))
    #expect(nodes.isSuperset(of: places("source") + places("target")))
    #expect(places("source").count == model.totals.copies)
  }
}
