import Articles
import TestSupport
import Testing

/// RFC 4180 as plainly as it can be written: one character after the other, rows of strings.
func naiveRows(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field: [Unicode.Scalar] = []
  var quoted = false
  let scalars = Array(text.unicodeScalars)
  var index = 0
  func take() -> String {
    defer { field = [] }
    var value = String.UnicodeScalarView()
    value.append(contentsOf: field)
    return String(value)
  }
  var atStart = true
  while index < scalars.count {
    let scalar = scalars[index]
    if quoted {
      if scalar == "\"" {
        if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          field.append("\"")
          index += 1
        } else {
          quoted = false
        }
      } else {
        field.append(scalar)
      }
    } else if scalar == "\"" && atStart {
      quoted = true
      atStart = false
    } else if scalar == "," {
      row.append(take())
      atStart = true
    } else if scalar == "\n" {
      if field.last == "\r" { field.removeLast() }
      row.append(take())
      rows.append(row)
      row = []
      atStart = true
    } else {
      field.append(scalar)
      atStart = false
    }
    index += 1
  }
  return rows
}

struct TableTests {
  @Test(arguments: 0..<300)
  func `fields and rows are those of the naive reader`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let pieces = ["a", "b c", "é", "\"\"", ",", "\n", "\r\n", "x\"y", "1"]
    var rows: [String] = []
    for _ in 0..<6 {
      let cells = (0..<3).map { _ in
        let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        // Inside quotes anything goes; outside, what ends fields does not.
        let cell = parts.joined().replacing("x\"y", with: "x\"\"y")
        if Bool.random(using: &generator) { return "\"\(cell)\"" }
        return "p" + parts.filter { !["\"\"", ",", "\n", "\r\n"].contains($0) }.joined()
      }
      rows.append(cells.joined(separator: ","))
    }
    let body = rows.joined(separator: "\n") + "\n"
    let folder = try Folder()
    let path = try folder.file("a.csv", "title,text,url\n" + body)
    let expected = naiveRows(body)
    let usable = expected.filter { $0.count == 3 && $0[1].contains { !$0.isWhitespace } }
    for size in [1 << 20, 16] {
      let reading = try Reading([path], chunkBytes: size)
      #expect(reading.articles.map { [$0.title, $0.text, $0.url] } == usable)
      #expect(reading.skipped.count == expected.count - usable.count)
    }
  }

  @Test
  func `a row is named by the line where it starts`() throws {
    let folder = try Folder()
    let path = try folder.file("a.csv", "id,text\n1,\"two\nlines\"\n2\n3,x,y\n\n4,\"\"\n5,ok\n")
    let reading = try Reading([path])
    #expect(reading.articles.map(\.id) == ["1", "5"])
    #expect(reading.locations.map(\.line) == [2, 8])
    #expect(reading.skipped.map(\.line) == [4, 5, 7])
    #expect(reading.skipped[0].reason == "the row has 1 columns, the heading 2. Fill the missing ones, if only with nothing.")
  }

  @Test(arguments: [8, 1 << 20])
  func `a quote that is never closed costs its line and not the rest`(chunkBytes: Int) throws {
    let folder = try Folder()
    let path = try folder.file("a.csv", "id,text\n1,one\n2,\"two\n3,three\n4,four\n")
    let reading = try Reading([path], chunkBytes: chunkBytes)
    #expect(reading.articles.map(\.id) == ["1", "3", "4"])
    #expect(reading.skipped.map(\.line) == [3])
  }

  @Test
  func `a table without the text column says which columns it has`() throws {
    let folder = try Folder()
    let reading = try Reading([folder.file("a.csv", "id,story_html\n1,one\n")])
    #expect(reading.articles.isEmpty)
    #expect(
      reading.skipped.map(\.reason) == [
        "no column is called \"text\" (found: id, story_html). Name the right one with --text-field."
      ])
  }
}
