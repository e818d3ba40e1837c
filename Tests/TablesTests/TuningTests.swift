import Foundation
import TestSupport
import Testing

/// The tuned numbers of every module, read from the files that hold them: one value a module, in a file named after it.
struct TuningTests {

  struct Row {
    var name: String
    var value: String
    var comment: String

    /// False for a table inside another and for what is worked out from other numbers.
    var isNumber: Bool { value.prefixMatch(of: #/-?\d|Rise\(/#) != nil }
  }

  struct Table {
    var type: String
    /// The comment of the type: what was tuned, on what, when.
    var head: String
    var rows: [Row]
  }

  private static func tables() throws -> [Table] {
    let sources = Project.folder.appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix("Tuning.swift") && $0 != "Resources/Tuning.swift" }.sorted().flatMap { file in
      tables(of: try String(contentsOf: sources.appending(path: file), encoding: .utf8))
    }
  }

  /// Every `struct ...Tuning` or `enum ...Tuning`, with its `let`s on lines of their own.
  static func tables(of source: String) -> [Table] {
    var tables: [Table] = []
    var comment: [Substring] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false).map({ $0.drop { $0 == " " } }) {
      if line.hasPrefix("//") {
        comment.append(line.drop { $0 == "/" || $0 == " " })
        continue
      }
      if let type = line.firstMatch(of: #/(?:struct|enum) (\w*Tuning)\b/#) {
        tables.append(Table(type: String(type.1), head: comment.joined(separator: " "), rows: []))
      } else if let row = line.firstMatch(of: #/(?:let|var) (\w+)(?:: [^=]+)? = (.+?)(?:\s+//\s*(.*))?$/#), !tables.isEmpty {
        let text = (comment.map(String.init) + [row.3.map(String.init) ?? ""]).joined(separator: " ")
        tables[tables.count - 1].rows.append(Row(name: String(row.1), value: String(row.2), comment: text))
      }
      comment = []
    }
    return tables
  }

  /// A set with its date, "by hand", or "definition".
  private static func tellsOrigin(_ comment: String) -> Bool {
    comment.contains(#/20\d\d|by hand|definition/#)
  }

  @Test func `the table of every module is printed, and each says where its numbers come from`() throws {
    let tables = try Self.tables()
    #expect(!tables.isEmpty)
    for table in tables {
      print("\(table.type): \(table.head)")
      for row in table.rows { print("  \(row.name) = \(row.value)  \(row.comment)") }
      #expect(!table.rows.isEmpty, "\(table.type) has no numbers")
      #expect(!table.head.isEmpty, "\(table.type) does not say what it tunes")
      for row in table.rows where row.isNumber {
        #expect(Self.tellsOrigin(table.head + " " + row.comment), "\(table.type).\(row.name) does not say where it comes from")
      }
    }
    #expect(Set(tables.map(\.type)).count == tables.count)
    let unexplained = tables.flatMap { table in table.rows.filter { $0.comment.isEmpty }.map { "\(table.type).\($0.name)" } }
    print("Numbers whose name alone explains them: \(unexplained.count) of \(tables.map(\.rows.count).reduce(0, +))")
  }

  @Test func `a number is read with its comment, before it or behind it`() throws {
    let table = try #require(
      Self.tables(
        of: """
          /// What is tuned; set, 2026-11.
          struct ExampleTuning: Tuning {
            /// The least.
            let least = 0.5
            let most: Float = 0.9  // at most
          }
          """
      ).first)
    #expect(table.type == "ExampleTuning" && table.head.contains("2026"))
    #expect(table.rows.map(\.value) == ["0.5", "0.9"])
    #expect(table.rows.map(\.comment) == ["The least. ", "at most"])
  }

  /// Decimal literals of a source in code: not in comments, nor in texts (a `$0.1` is none), 0.0 and 1.0 aside.
  static func decimals(in source: String) -> [Substring] {
    var decimals: [Substring] = []
    var isText = false
    for line in source.split(separator: "\n") {
      let quotes = line.utf8.count { $0 == UInt8(ascii: "\"") }
      let marks = quotes < 3 ? 0 : line.ranges(of: "\"\"\"").count
      let text = isText || marks > 0 ? "" : String(line)
      let code = quotes == 0 ? text : text.replacing(#/"(\\.|[^"\\])*"/#, with: "")
      if marks == 1 { isText.toggle() }
      guard code.utf8.contains(UInt8(ascii: ".")), code.contains(#/\d\.\d/#) else { continue }
      let end = code.firstRange(of: "//")?.lowerBound ?? code.endIndex
      decimals += code[..<end].matches(of: #/(^|[^\w.$])(\d+\.\d+)/#).map(\.2).filter { $0 != "0.0" && $0 != "1.0" }
    }
    return decimals
  }

  @Test func `numbers that were tuned stand in the tables: elsewhere there are few decimals`() throws {
    #expect(
      Self.decimals(in: "a < 0.5 // 0.6\nb = \"0.7\"; $0.1 == x.0.2\nlet c = 1.0\n\"\"\"\n0.8\n\"\"\"\nf(0.25, 3.5)").map(
        String.init) == ["0.5", "0.25", "3.5"])
    let sources = Project.folder.appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    let found = try files.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("Tuning.swift") }.sorted().flatMap { file in
      Self.decimals(in: try String(contentsOf: sources.appending(path: file), encoding: .utf8)).map { "\(file): \($0)" }
    }
    #expect(found.count < 40, "\(found.joined(separator: "\n"))")
  }
}
