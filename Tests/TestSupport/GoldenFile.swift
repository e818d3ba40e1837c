package import Foundation

/// An output that is kept beside the tests, in the folder `Golden` of the suite.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites it, and fails once so that nobody commits it unread.
package enum GoldenFile {
  /// What is wrong with `actual`; nil when it is what the file says.
  package static func difference(_ actual: String, from name: String, of suite: String = #filePath) throws -> String? {
    let file = URL(filePath: suite).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: file)
      return "\(name) was rewritten; read the difference, then run again without UPDATE_GOLDEN"
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    if actual == expected { return nil }
    let lines = (actual.split(separator: "\n"), expected.split(separator: "\n"))
    let first = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
    let place =
      first.map { "line \($0.offset + 1):\n  is       \($0.element.0)\n  expected \($0.element.1)" } ?? "the number of lines"
    return "\(name) differs in \(place)"
  }
}
