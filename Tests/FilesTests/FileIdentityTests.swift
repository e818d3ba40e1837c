import Files
import Foundation
import TestSupport
import Testing

/// Which names lead to one file, and what they lead to.
@Suite struct FileIdentityTests {
  private let folder: TestSupport.Folder

  init() throws {
    folder = try TestSupport.Folder()
    _ = try folder.file("one", "one")
    _ = try folder.file("inner/two", "two")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "one")
    try manager.createSymbolicLink(atPath: "\(folder.path)/link of a link", withDestinationPath: "\(folder.path)/link")
    try manager.createSymbolicLink(atPath: "\(folder.path)/shelf", withDestinationPath: "inner")
    try manager.createSymbolicLink(atPath: "\(folder.path)/broken", withDestinationPath: "nowhere")
    try manager.linkItem(atPath: "\(folder.path)/one", toPath: "\(folder.path)/inner/hard")
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Names of one file each.
  private static let groups = [
    ["one", "./one", "inner/../one", "link", "link of a link", "inner/hard", "shelf/hard", ".//one"],
    ["inner/two", "shelf/two", "inner/./two"], ["new", "./new", "inner/../new"], ["inner/new", "shelf/new"],
    ["newer", "./newer"],
  ]

  @Test func `two names have one identity when they lead to one file, there or not`() {
    for (number, group) in Self.groups.enumerated() {
      for (other, names) in Self.groups.enumerated() {
        for a in group {
          for b in names {
            let same = FileSystem.identity(of: path(a)) == FileSystem.identity(of: path(b))
            #expect(same == (number == other), "\(a), \(b)")
          }
        }
      }
    }
  }

  @Test(arguments: ["inner", "shelf", "missing/new"]) func `what is no file has no identity`(name: String) {
    #expect(FileSystem.identity(of: path(name)) == nil)
    #expect(FileSystem.identity(of: "/dev/null") == nil)
  }

  @Test(arguments: [
    ("link", "one"), ("link of a link", "one"), ("one", "one"), ("shelf/two", "inner/two"), ("inner/hard", "inner/hard"),
  ])
  func `writing goes to what a link leads to`(name: String, target: String) {
    #expect(FileSystem.target(of: path(name)) == FileSystem.target(of: folder.path) + "/" + target)
    #expect(!FileSystem.isStream(path(name)))
  }

  @Test func `what is not there is its own target, and no stream`() {
    for name in ["new", "missing/new", "broken"] {
      #expect(FileSystem.target(of: path(name)) == path(name))
      #expect(!FileSystem.isStream(path(name)))
    }
    #expect(FileSystem.isStream("/dev/null") && !FileSystem.isStream(folder.path))
  }

  private func kind(_ path: String, followsFolderLinks: Bool = true) throws(SystemError) -> String {
    switch try FileKind(path: path, followsFolderLinks: followsFolderLinks) {
    case .folder: "folder"
    case .file(let size): "file of \(size)"
    case .stream: "stream"
    }
  }

  @Test func `a path leads to a folder, a file with its size, or a stream`() throws {
    #expect(try kind(path("one")) == "file of 3" && kind(path("link")) == "file of 3")
    #expect(try kind(path("inner")) == "folder" && kind(path("shelf")) == "folder" && kind("/dev/null") == "stream")
    #expect(throws: SystemError(code: ENOENT)) { try kind(path("broken")) }
    // A walk goes into no folder twice, but reads files behind links.
    #expect(throws: SystemError(code: ELOOP)) { try kind(path("shelf"), followsFolderLinks: false) }
    #expect(try kind(path("inner"), followsFolderLinks: false) == "folder")
    #expect(try kind(path("link"), followsFolderLinks: false) == "file of 3")
  }

  @Test(arguments: 0..<10) func `a folder has the names that were put there`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let own = try TestSupport.Folder()
    let pieces = ["a", ".", "新", " ", "-", "é", "\\", "b.c", "…"]
    var expected: Set<String> = []
    for _ in 0..<random.below(40) {
      let name = "n" + (0..<random.below(6)).map { _ in random.pick(pieces) }.joined()
      _ = try own.file(name, "")
      expected.insert(name)
    }
    let names = try Files.Folder.names(in: own.path)
    #expect(names.count == expected.count && Set(names) == expected)
    #expect(throws: SystemError(code: ENOTDIR)) { try Files.Folder.names(in: path("one")) }
  }
}

/// Whether a file that is read twice is still the one it was.
@Suite struct FileSnapshotTests {
  private let folder: TestSupport.Folder

  init() throws { folder = try TestSupport.Folder() }

  /// Whether the file at a path is still what it was before `change`; the old file stays open meanwhile.
  private func isContinued(_ content: String, after change: (URL) throws -> Void) throws -> Bool {
    let path = try folder.file("batch", content)
    let before = try Descriptor.reading(path)
    let snapshot = try #require(try FileSnapshot(before))
    try change(URL(filePath: path))
    return try snapshot.isContinued(by: Descriptor.reading(path))
  }

  private func append(_ text: String, to file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private static let contents = ["", "short", String(repeating: "a longer line of it\n", count: 1_000)]

  @Test(arguments: contents) func `untouched or with more behind it a file goes on`(content: String) throws {
    #expect(try isContinued(content) { _ in })
    #expect(try isContinued(content) { try append("more", to: $0) })
  }

  @Test(arguments: contents.dropFirst()) func `another beginning, fewer bytes or another file do not`(content: String) throws {
    let other = "B" + content.dropFirst()
    #expect(try !isContinued(content) { try Data(content.utf8.dropLast()).write(to: $0) })
    // In place: the same file, other bytes and more of them.
    #expect(
      try !isContinued(content) { file in
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data((other + "more").utf8))
        try handle.close()
      })
    #expect(
      try !isContinued(content) { file in
        try FileManager.default.moveItem(at: file, to: folder.url("old \(content.count)"))
        try Data(content.utf8).write(to: file)
      })
  }

  @Test func `the same length with another time is another content`() throws {
    #expect(
      try !isContinued("short") { file in
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data("trohs".utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 5)], ofItemAtPath: file.path)
      })
  }

  @Test func `what is no plain file has no snapshot`() throws {
    #expect(try FileSnapshot(Descriptor.reading("/dev/null")) == nil && FileSnapshot(Descriptor.reading(folder.path)) == nil)
  }
}
