import Foundation
import Testing

/// Outputs that are kept beside the tests.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites them, and fails once so that nobody commits them unread.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func expect(_ actual: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: file)
      Issue.record(
        "\(name) was rewritten; read the difference, then run again without UPDATE_GOLDEN", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let lines = (actual.split(separator: "\n"), expected.split(separator: "\n"))
    let first = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
    let place =
      first.map { "line \($0.offset + 1):\n  is       \($0.element.0)\n  expected \($0.element.1)" } ?? "the number of lines"
    let isEqual = actual == expected
    #expect(isEqual, "\(name) differs in \(place)", sourceLocation: sourceLocation)
  }
}
