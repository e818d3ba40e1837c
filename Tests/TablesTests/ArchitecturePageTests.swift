import Foundation
import TestSupport
import Testing

/// The architecture page names files and folders that are there.
struct ArchitecturePageTests {
  @Test func `every file and folder of the page exists`() throws {
    let sources = Project.folder.appending(path: "Sources")
    let page = try String(contentsOf: sources.appending(path: "Newsprint/Newsprint.docc/Architecture.md"), encoding: .utf8)
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    let paths = files.map { "/" + $0 } + files.map { "/" + $0 + "/" } + ["/Package.swift"]
    let named = page.matches(of: #/`((?:\w+/)*(?:\w+\.swift|\w+/))`/#).map { String($0.1) }
    #expect(named.count > 8)
    for name in named { #expect(paths.contains { $0.hasSuffix("/" + name) }, "there is no \(name)") }
  }
}
