package import Foundation

/// A folder that is gone when the test is.
package final class Folder: Sendable {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "newsprint-test-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, the folders before it too, and returns its path.
  package func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      at: URL(filePath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  package func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// One line each.
  package func file(_ name: String, _ lines: [String]) throws -> String { try file(name, lines.map { $0 + "\n" }.joined()) }

  package func url(_ name: String) -> URL { URL(filePath: "\(path)/\(name)") }
  package func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }
  package var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

/// The folder of the package, and of the invented articles in it.
package enum Project {
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  package static let fixtures = folder.appending(path: "Fixtures")
}

/// A JSON line of an invented article; the text needs no escapes.
package func record(_ id: String, _ text: String, published: String? = nil, source: String? = nil) -> String {
  let date = published.map { ", \"published\": \"\($0)\"" } ?? ""
  let outlet = source.map { ", \"source\": \"\($0)\"" } ?? ""
  return "{\"id\": \"\(id)\", \"text\": \"\(text)\"\(date)\(outlet)}"
}
