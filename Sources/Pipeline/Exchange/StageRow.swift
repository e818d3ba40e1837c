package import Files
package import Input
package import Output

/// The rows that stages hand to each other: JSON lines, one kind of row a type.
///
/// The format is described in the article *Stages*; its version is in every row, and another version is refused.
package enum StageFormat {
  package static let version = 1
}

/// What a row says, by its member `stage`.
package enum StageRowKind: String, Sendable, CaseIterable {
  case article
  // Statistics.
  case run, ids, site, line, recurring, passage, member, suspect, total, frequency
  case keys
  case identical, pair, verified, condition, copy, edge
  case memberLine = "member-line"
  case droppedLine = "dropped-line"
}

/// One kind of row.
package protocol StageRow: Sendable {
  static var kind: StageRowKind { get }
  init(_ row: JSONRow) throws(ReadingError)
  /// The members but for `stage` and `v`, by their names.
  var members: [String: (inout JSONWriter) -> Void] { get }
}

extension StageRow {
  /// Appends the row as a line.
  package func append(to writer: inout JSONWriter) {
    var members = members
    members["stage"] = { $0.string(Self.kind.rawValue) }
    members["v"] = { $0.integer(StageFormat.version) }
    writer.object { writer in
      for (name, write) in members.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        write(&writer)
      }
    }
    writer.newline()
  }
}

extension JSONWriter {
  /// A hash as a string of 16 hexadecimal digits.
  package mutating func hash(_ value: UInt64) { string(Hexadecimal.digits(value, 16)) }

  /// A measure that reads back as the same number.
  package mutating func exact(_ value: Float) { verbatim(Array(value.description.utf8).span) }
}

/// Numbers in hexadecimal digits, with zeros before them.
enum Hexadecimal {
  static func digits(_ value: UInt64, _ count: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

/// The number of an article over all parts of a batch, ascending in the order of the input.
package typealias GlobalNumber = UInt64
