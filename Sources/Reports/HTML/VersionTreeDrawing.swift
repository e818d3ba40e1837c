internal import Output
internal import Pipeline

/// The tree of a story's versions: each under the one it comes from, siblings by time.
struct VersionTreeDrawing {
  /// A version as a row of the drawing.
  struct Node: Equatable {
    var member: Int
    /// 0 for the original.
    var depth: Int
    /// Row of the version it comes from.
    var parent: Int?
  }

  /// From the top.
  let nodes: [Node]
  /// Versions that did not fit.
  let left: Int

  /// Rows that are drawn at most; the table of versions has all.
  private static let mostRows = 60
  private static let deepest = 12

  init(_ model: ReportModel, _ story: ReportStory) {
    var children: [Int: [Int]] = [:]
    let members = Set(story.members)
    for member in story.members where member != story.original {
      let parent = model.articles[member].parent.flatMap { members.contains($0) ? $0 : nil } ?? story.original
      children[parent, default: []].append(member)
    }
    var nodes: [Node] = []
    var seen: Set<Int> = []
    var stack = [Node(member: story.original, depth: 0, parent: nil)]
    while let node = stack.popLast() {
      guard seen.insert(node.member).inserted else { continue }
      nodes.append(node)
      for child in (children[node.member] ?? []).reversed() {
        stack.append(Node(member: child, depth: min(node.depth + 1, Self.deepest), parent: nodes.count - 1))
      }
    }
    // Parents that go in a circle would be lost: they hang under the original.
    for member in story.members where !seen.contains(member) { nodes.append(Node(member: member, depth: 1, parent: 0)) }
    self.nodes = Array(nodes.prefix(Self.mostRows))
    left = nodes.count - self.nodes.count
  }

  // MARK: Drawing

  private static let rowHeight: Double = 46
  private static let laneWidth: Double = 58
  /// Between versions of a deep tree, which would leave its names no room.
  private static let narrowLane: Double = 40
  private static let deepTree = 3
  /// Of the column that the tree has beside a text; a letter of a name takes so much of it.
  private static let columnWidth: Double = 340
  private static let letterWidth: Double = 7.4
  private static let leastLetters = 14
  private static let margin: Double = 12
  private static let textWidth: Double = 250

  func html(_ model: ReportModel, _ story: ReportStory, _ place: Int, _ templates: Templates, _ links: StoryAddresses) -> String {
    let deepest = nodes.map(\.depth).max() ?? 0
    let lane = deepest > Self.deepTree ? Self.narrowLane : Self.laneWidth
    let width = Self.margin * 2 + Double(deepest) * lane + Self.textWidth
    let first = model.articles[story.original].published.flatMap(DateText.seconds)
    var comparisons: [Int: Int] = [:]
    for (index, comparison) in story.comparisons.enumerated() { comparisons[comparison.b] = index }
    let names = VersionNames(model, story)
    var edges: [View] = []
    var views: [View] = []
    for (row, node) in nodes.enumerated() {
      let article = model.articles[node.member]
      let (x, y) = position(row, node, lane)
      if let parent = node.parent {
        let (parentX, parentY) = position(parent, nodes[parent], lane)
        edges.append([
          "isWeak": article.similarity < ReportTuning.standard.weakParent,
          "path": "M\(number(parentX)) \(number(parentY + 6))V\(number(y - 8))q0 8 8 8H\(number(x - 6))",
          "x": number((parentX + x) / 2 + 3), "y": number(y - 5), "text": percent(article.similarity),
        ])
      }
      let delay = article.published.flatMap(DateText.seconds).flatMap { time in first.map { time - $0 } }
      let time: String? =
        node.parent == nil
        ? DateText.readable(article.published)
        : delay.map { $0 == 0 ? Self.delay(0) : ($0 < 0 ? "−" : "+") + DateText.span($0) }
      let role = node.parent == nil && !story.isOriginKnown ? "shown first" : article.role.words
      let what = ([role] + [time].compactMap { $0 }).joined(separator: ", ")
      var view: View = [
        "x": number(x), "y": number(y), "hitWidth": number(max(40, width - x)), "href": false,
        "who": names.name(article).shortenedInside(max(Self.leastLetters, Int((Self.columnWidth - x) / Self.letterWidth))),
        "what": what, "lost": article.isCreditLost,
        "kind": node.parent == nil ? "original" : article.role == .machineRewrite ? "machine" : false,
      ]
      if let index = comparisons[node.member] {
        view["href"] =
          story.comparisons[index].isIdentical
          ? "#\(links.memberKey(node.member, of: place))" : links.comparison(index, of: place)
      }
      views.append(view)
    }
    let height = Double(nodes.count) * Self.rowHeight + 8
    return templates.render(.tree, ["width": number(width), "height": number(height), "edges": edges, "nodes": views])
  }

  private func position(_ row: Int, _ node: Node, _ lane: Double) -> (Double, Double) {
    (Self.margin + Double(node.depth) * lane, 24 + Double(row) * Self.rowHeight)
  }

  static func delay(_ seconds: Int64) -> String {
    seconds == 0 ? "same date" : DateText.span(seconds) + (seconds > 0 ? " later" : " before")
  }
}

/// How alike the versions of a story are, as a triangle of shaded fields.
enum Heatmap {
  static func view(_ model: ReportModel, _ story: ReportStory) -> View {
    let members = story.members
    var values: [Int: Double] = [:]
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    for pair in story.pairs {
      guard let a = place[pair.a], let b = place[pair.b] else { continue }
      values[a * members.count + b] = pair.similarity
      values[b * members.count + a] = pair.similarity
    }
    let rows = members.indices.map { row -> View in
      let cells = members.indices.map { column -> String in
        guard column < row, let value = values[row * members.count + column] else { return "" }
        let shade = ReportTuning.standard.shades.count { $0 <= value }
        return "<td class=h\(shade)>\(Int((value * 100).rounded()))"
      }
      return ["name": model.articles[members[row]].name, "number": row + 1, "cells": cells.joined()]
    }
    // Each pair once: the last version has no column, as the first has no field in its row.
    return ["rows": rows, "numbers": members.indices.dropLast().map { "<th scope=col>\($0 + 1)" }.joined()]
  }
}
