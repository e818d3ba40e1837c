extension ReportModel {
  /// Gives every story its headline: the title of its original, or the beginning of its text.
  ///
  /// A line that begins articles of several stories is the page's: the one after it names the story then.
  mutating func nameStories() {
    var stories: [String: Set<Int>] = [:]
    for article in articles where article.title.onOneLine.isEmpty {
      for line in article.firstLines { stories[line, default: []].insert(article.story) }
    }
    let pages = Set(stories.filter { $0.value.count >= ReportTuning.standard.pageStories }.keys)
    for story in self.stories.indices {
      self.stories[story].headline = articles[self.stories[story].original].headline(without: pages)
    }
  }
}

extension ReportArticle {
  /// The title, or the beginning of the text where there is none.
  var headline: String { headline(without: []) }

  fileprivate func headline(without pages: Set<String>) -> String {
    let title = title.onOneLine
    if !title.isEmpty { return title.shortened(to: 240) }
    let lines = firstLines
    let line = lines.first { !pages.contains($0) } ?? lines.first
    return line.map { withoutDateline($0).shortenedToWords(100) } ?? "Untitled (\(id))"
  }

  /// The first lines of the text behind what the page has put before it; the headline is among them as a rule.
  fileprivate var firstLines: [String] {
    let bytes = Array((text ?? "").utf8)
    var start = 0
    for span in boilerplate where span.end <= bytes.count {
      guard span.start <= start || bytes[start..<span.start].allSatisfy({ $0 <= 0x20 }) else { break }
      start = max(start, span.end)
    }
    let beginning = String(decoding: bytes.dropFirst(start).prefix(800), as: UTF8.self)
    return Array(
      beginning.split(whereSeparator: \.isNewline).lazy.map { String($0).onOneLine }.filter { !$0.isEmpty }.prefix(
        Self.mostFirstLines))
  }

  /// Pages put no more lines before an article that no other rule takes for theirs.
  private static let mostFirstLines = 4

  /// The line behind "PLACE, date (Agency) -", where the article credits that agency.
  private func withoutDateline(_ line: String) -> String {
    for dash in ["-", "–", "—", "--"] {
      for wire in wires {
        guard let found = line.prefix(Self.longestDateline).firstRange(of: "(\(wire)) \(dash) ") else { continue }
        return String(line[found.upperBound...])
      }
    }
    return line
  }

  private static let longestDateline = 160
}
