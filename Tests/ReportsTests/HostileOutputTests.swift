import Foundation
import Output
import TestSupport
import Testing

@testable import Reports

/// Every form of a report over every hostile string in every field that comes from data, each held against a reader of its
/// format.
@Suite struct HostileOutputTests {
  /// A report whose fields are `text` and its neighbours in the list.
  private func model(_ place: Int) -> ReportModel {
    func text(_ offset: Int) -> String { Hostile.strings[(place + offset) % Hostile.strings.count] }
    var model = ReportFixture.model(title: text(0), outlets: (text(1), text(2)))
    model.run.inputs = [text(3)]
    model.run.skipped = [text(4)]
    model.run.options = [.init(name: "Drift", value: text(5))]
    model.articles[0].id = text(0)
    model.articles[1].id = text(1) + "2"
    model.articles[0].url = text(2)
    model.articles[1].wires = [text(3), text(0)]
    model.articles[1].language = text(4)
    model.articles[1].evidence = [text(5)]
    model.articles[1].flags[0].message = text(0)
    model.stories[0].comparisons[0].findings[0].message = text(1)
    model.stories[0].comparisons[0].findings[0].a?.text = text(2)
    model.stories[0].comparisons[0].findings[0].b?.text = text(0)
    model.articles[2].text = text(0) + "\n" + text(1)
    return model
  }

  /// What a table shows of a text: without controls but tabs and line feeds.
  private func plain(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }
  }

  @Test(arguments: Hostile.strings.indices)
  func `tables have all their cells, none a formula, each what was put in`(place: Int) throws {
    let model = model(place)
    let rows = try #require(Formats.csv(CSVReport(model).text()))
    #expect(rows.count == 4 && rows.allSatisfy { $0.count == rows[0].count })
    let changes = try #require(Formats.csv(ChangesReport(model).text()))
    #expect(changes.count == 2 && changes.allSatisfy { $0.count == changes[0].count })
    for cell in (rows.dropFirst() + changes.dropFirst()).joined() {
      let begins = cell.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
      #expect(!begins || Double(cell) != nil, "\(cell.debugDescription)")
    }
    for (row, article) in zip(rows.dropFirst(), model.articles) {
      let cell = Array(row[0].unicodeScalars), wanted = plain(article.id)
      #expect(cell == wanted || cell.first == "'" && Array(cell.dropFirst()) == wanted, "\(row[0].debugDescription)")
    }
  }

  @Test(arguments: Hostile.strings.indices)
  func `a graph is XML, and its labels are what was put in`(place: Int) {
    let model = model(place)
    var contents: [String] = []
    let fault = Formats.xmlFault(GraphMLReport(model).text()) { path, text in
      if path == "graphml/graph/node/data" { contents.append(text) }
    }
    #expect(fault == nil, "\(fault ?? "")")
    // Where nothing had to be made visible, all is there as it was.
    let label = model.articles[1].id.printable.onOneLine
    let isPlain = label.unicodeScalars.allSatisfy { !Hostile.isUnsafeOnTerminal($0) && $0.value & 0xFFFE != 0xFFFE }
    if isPlain { #expect(contents.contains { Array($0.utf8) == Array(label.utf8) }, "\(contents)") }
  }

  @Test(arguments: Hostile.strings.indices)
  func `JSON gives back every character`(place: Int) throws {
    let model = model(place)
    let read = try JSONDecoder().decode(ReportModel.self, from: Data(JSONReport(model).text().utf8))
    #expect(read == model)
    for (before, after) in zip(model.articles, read.articles) {
      #expect(Array(before.title.utf8) == Array(after.title.utf8) && Array(before.id.utf8) == Array(after.id.utf8))
    }
  }

  @Test(arguments: Hostile.strings.indices)
  func `Markdown keeps its tables, and no text is taken for markup`(place: Int) {
    let model = model(place)
    let text = MarkdownReport(model).text()
    var columns: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var markup: [Unicode.Scalar] = []
      var isEscaped = false
      for scalar in line.unicodeScalars {
        #expect(scalar.value >= 0x20 && scalar.value != 0x7F)
        if isEscaped { isEscaped = false } else if scalar == "\\" { isEscaped = true } else { markup.append(scalar) }
      }
      #expect(!isEscaped)
      // The report itself writes no links, tags or code.
      let own = line.hasPrefix("#") ? markup.drop { $0 == "#" } : markup[...]
      #expect(!own.contains { "<>[]`#&~".unicodeScalars.contains($0) }, "\(line)")
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let bars = markup.count { $0 == "|" }
      #expect(columns == nil || columns == bars, "\(line)")
      columns = bars
    }
  }

  @Test(arguments: Hostile.strings.indices.filter { $0 % 5 == 0 })
  func `a page has the elements that the same page has of plain words`(place: Int) throws {
    // An empty title is no title: there a page shows something else.
    let texts = (0..<3).map { Hostile.strings[(place + $0) % Hostile.strings.count] }.map { $0.onOneLine.isEmpty ? "x" : $0 }
    func page(_ texts: [String]) throws -> String {
      var model = ReportFixture.model(title: texts[0], outlets: (texts[1], texts[2] + "2"))
      model.articles[1].flags[0].message = texts[1]
      model.stories[0].comparisons[0].findings[0].message = texts[2]
      model.run.skipped = [texts[0]]
      return try HTMLReport(model).document()
    }
    let hostile = try page(texts)
    #expect(Formats.tags(hostile) == Formats.tags(try page(["Plain", "Word", "Other"])))
    let scalars = Array(hostile.unicodeScalars)
    let place = scalars.firstIndex { Hostile.isUnsafeOnTerminal($0) && $0 != "\n" && $0 != "\t" }
    #expect(
      place == nil, "\(place.map { scalars[max(0, $0 - 40)..<min(scalars.count, $0 + 20)].map(String.init).joined() } ?? "")")
  }

  @Test(arguments: Hostile.strings.indices, [40, 80])
  func `a terminal is told nothing but text`(place: Int, width: Int) {
    let text = StorySummary(model(place)).text(style: TerminalStyle(width: width, usesColour: false))
    #expect(!text.unicodeScalars.contains { Hostile.isUnsafeOnTerminal($0) && $0 != "\n" })
  }
}

@Suite struct ReportTextTests {
  @Test(arguments: Hostile.strings)
  func `one line is one line, with the words in their order`(text: String) {
    let line = text.onOneLine
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\u{2028}" || $0 == "\u{85}" })
    #expect(!line.hasPrefix(" ") && !line.hasSuffix(" ") && !line.contains("  "))
    #expect(line.onOneLine == line)
    let letters = { (text: String) in text.unicodeScalars.filter { $0.properties.isAlphabetic }.map(\.value) }
    #expect(letters(line) == letters(text))
  }

  @Test(arguments: Hostile.strings, [1, 2, 10, 80])
  func `a shortened text is no longer than asked, and begins as it did`(text: String, most: Int) {
    let short = text.shortened(to: most)
    #expect(short.count <= most)
    #expect(text.count <= most ? short == text : short.hasSuffix("…") && text.hasPrefix(String(short.dropLast())))
  }

  @Test func `the calendar of reports is that of the days`() {
    for day in NaiveCalendar.days(1895...2105) {
      let text = DateText.iso(day.seconds + 45_296)
      func padded(_ value: Int, _ digits: Int = 2) -> String {
        String(repeating: "0", count: digits - "\(value)".count) + "\(value)"
      }
      let expected = "\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day))T12:34:56Z"
      if text != expected || DateText.seconds(text) != day.seconds + 45_296 { Issue.record("\(day): \(text)") }
    }
  }

  @Test(arguments: [
    "", "soon", "2020-01-08", "2020-13-08T00:00:00Z", "2020-00-08T00:00:00Z", "2020-01-32T00:00:00Z", "2020-01-08T00:00Z", "T::Z",
    "99999999999999999999-01-01T00:00:00Z",
  ]) func `what is no time has no seconds and no words`(text: String) {
    #expect(DateText.seconds(text) == nil && DateText.readable(text) == nil && DateText.day(text) == nil)
  }

  @Test(
    arguments: [
      (0, "0 min"), (59, "0 min"), (60, "1 min"), (3_599, "59 min"), (3_600, "1 h"), (3_660, "1 h 1 min"),
      (86_399, "23 h 59 min"),
      (86_400, "1 day"), (90_000, "1 day 1 h"), (2 * 86_400 + 7_200, "2 days 2 h"), (7 * 86_400 + 7_200, "7 days"),
      (-8_040, "2 h 14 min"),
    ] as [(Int64, String)]) func `a span is told in its two largest units`(seconds: Int64, text: String)
  {
    #expect(DateText.span(seconds) == text)
  }
}
