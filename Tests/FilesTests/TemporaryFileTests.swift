import Files
import Foundation
import TestSupport
import Testing

/// Outputs that are not there yet: beside their place, out of sight, and gone unless they are given their name.
@Suite struct TemporaryFileTests {
  private let folder: TestSupport.Folder

  init() throws { folder = try TestSupport.Folder() }

  private func permissions(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
    return try #require(attributes[.posixPermissions] as? Int)
  }

  /// Makes an output and gives it its name.
  private func put(_ text: String, at path: String) throws {
    let (descriptor, file) = try FileSystem.makeTemporary(beside: path)
    try descriptor.write(Array(text.utf8).span)
    try file.rename(to: path)
  }

  @Test func `until it has its name nothing stands in its place, and what does is hidden`() throws {
    let path = "\(folder.path)/report.html"
    let (descriptor, file) = try FileSystem.makeTemporary(beside: path)
    try descriptor.write(Array("a page".utf8).span)
    let names = try folder.names
    #expect(names.count == 1 && names[0].hasPrefix(".report.html."))
    try file.rename(to: path)
    #expect(try folder.names == ["report.html"] && folder.text("report.html") == "a page")
  }

  @Test func `what is given up is gone, and the old file as it was`() throws {
    let path = try folder.file("report.html", "the old page")
    do {
      let (descriptor, file) = try FileSystem.makeTemporary(beside: path)
      try descriptor.write(Array("half a".utf8).span)
      #expect(try folder.names.count == 2)
      withExtendedLifetime(file) {}
    }
    #expect(try folder.names == ["report.html"] && folder.text("report.html") == "the old page")
  }

  @Test func `several outputs of one name have each their own file, and the last one stays`() throws {
    let path = "\(folder.path)/report.html"
    let outputs = try (0..<5).map { number in
      let (descriptor, file) = try FileSystem.makeTemporary(beside: path)
      try descriptor.write(Array("page \(number)".utf8).span)
      return file
    }
    #expect(try folder.names.count == 5)
    for (number, file) in outputs.enumerated() {
      try file.rename(to: path)
      #expect(try folder.text("report.html") == "page \(number)")
    }
    #expect(try folder.names == ["report.html"])
  }

  @Test(arguments: [0o600, 0o640, 0o664, 0o400]) func `a file keeps the permissions of the one it replaces`(mode: Int) throws {
    let path = try folder.file("report.html", "the old page")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try put("the new page", at: path)
    #expect(try permissions("report.html") == mode && folder.text("report.html") == "the new page")
  }

  @Test(arguments: [".hidden", "two words", "新聞.json", "a'b\"c", "report.tar.gz", "-dash"])
  func `any name will do`(name: String) throws {
    try put("content", at: "\(folder.path)/\(name)")
    #expect(try folder.names == [name] && folder.text(name) == "content")
  }

  @Test func `a folder, a missing folder and a file in a folder's place are refused`() throws {
    let plain = try folder.file("plain", "x")
    for (path, code) in [(folder.path, EISDIR), ("\(folder.path)/missing/report", ENOENT), ("\(plain)/report", ENOTDIR)] {
      #expect(throws: SystemError(code: code)) { try FileSystem.makeTemporary(beside: path) }
    }
    let (_, file) = try FileSystem.makeTemporary(beside: "\(folder.path)/report")
    #expect(throws: SystemError.self) { try file.rename(to: folder.path) }
  }
}

/// Folders that become outputs as a whole.
@Suite struct TemporaryFolderTests {
  private let folder: TestSupport.Folder

  init() throws { folder = try TestSupport.Folder() }

  /// A folder with a file, a folder, and a file in that.
  private func filled(_ text: String) throws -> TemporaryFolder {
    let site = try TemporaryFolder(beside: "\(folder.path)/site")
    try site.addFolder("stories")
    for name in ["index.html", "stories/1.html"] { try Data(text.utf8).write(to: URL(filePath: site.addFile(name))) }
    return site
  }

  private func read(_ name: String) -> String? { try? folder.text(name) }

  @Test func `a folder takes its place as a whole`() throws {
    let old = try filled("new").rename(to: "\(folder.path)/site")
    #expect(old == nil)
    #expect(try folder.names == ["site"])
    #expect(read("site/index.html") == "new" && read("site/stories/1.html") == "new")
  }

  @Test func `the folder that it replaces stands aside with all it has`() throws {
    _ = try folder.file("site/index.html", "old")
    _ = try folder.file("site/notes.txt", "a person's own")
    let old = try #require(try filled("new").rename(to: "\(folder.path)/site"))
    #expect(read("site/index.html") == "new" && read("site/notes.txt") == nil)
    #expect(try String(contentsOfFile: "\(old)/notes.txt", encoding: .utf8) == "a person's own")
    #expect(try folder.names.count == 2)
  }

  @Test func `given up, it is gone with all that was made in it`() throws {
    do {
      let site = try filled("new")
      #expect(try folder.names.count == 1)
      withExtendedLifetime(site) {}
    }
    #expect(try folder.names.isEmpty)
  }

  @Test func `what somebody else put there is not removed`() throws {
    let path = try {
      let site = try filled("new")
      try Data("a stranger".utf8).write(to: URL(filePath: site.path + "/stranger"))
      return site.path
    }()
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["stranger"])
  }

  @Test func `two folders for one place have two names`() throws {
    let (one, other) = (try filled("one"), try filled("other"))
    #expect(one.path != other.path)
    _ = try one.rename(to: "\(folder.path)/site")
    #expect(try other.rename(to: "\(folder.path)/site") != nil)
    #expect(read("site/index.html") == "other")
  }

  @Test func `a place that cannot be taken leaves what stood there`() throws {
    _ = try folder.file("site/index.html", "old")
    let target = "\(folder.path)/site"
    let missing = #expect(throws: SystemError.self) { try TemporaryFolder(beside: "\(folder.path)/missing/site") }
    #expect(missing?.code == ENOENT)
    // The new folder vanished before it could move.
    let site = try filled("new")
    try FileManager.default.removeItem(atPath: site.path)
    #expect(throws: SystemError(code: ENOENT)) { try site.rename(to: target) }
    #expect(read("site/index.html") == "old")
  }
}
