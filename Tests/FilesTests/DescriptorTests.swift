import Files
import Foundation
import TestSupport
import Testing

/// Open files against arrays: what was written is read, in any pieces and from any place.
@Suite struct DescriptorTests {
  private let folder: TestSupport.Folder

  init() throws { folder = try TestSupport.Folder() }

  private func bytes(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  private func read(_ file: Descriptor, at offset: Int, length: Int, room: Int) throws(SystemError) -> [UInt8] {
    try [UInt8](capacity: room) { output throws(SystemError) in
      try file.read(at: UInt64(offset), length: length, into: &output)
    }
  }

  @Test(arguments: 0..<20) func `a piece of a file is the piece of the array, cut at its end`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let content = bytes(random.below(5_000), &random)
    let file = try Descriptor.reading(try folder.file("content", content))
    for _ in 0..<30 {
      let (offset, length) = (random.below(6_000), random.below(900))
      let expected = Array(content.dropFirst(offset).prefix(length))
      #expect(try read(file, at: offset, length: length, room: length) == expected)
      // No more than there is room for, whatever is asked.
      #expect(try read(file, at: offset, length: length, room: length / 2) == Array(expected.prefix(length / 2)))
    }
  }

  @Test(arguments: 0..<20) func `reading on and on gives the whole, then nothing`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let content = bytes(random.below(3_000), &random)
    let file = try Descriptor.reading(try folder.file("content", content))
    let room = 1 + random.below(700)
    var whole: [UInt8] = []
    while true {
      let piece = try [UInt8](capacity: room) { output throws(SystemError) in try file.read(into: &output) }
      if piece.isEmpty { break }
      whole += piece
      // Reading at a place moves nothing.
      _ = try read(file, at: random.below(3_000), length: 10, room: 10)
    }
    #expect(whole == content)
  }

  @Test(arguments: 0..<12) func `what is written in pieces stands in one row`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let path = try folder.file("output", "what stood there before")
    let file = try Descriptor.open(path, O_RDWR | O_TRUNC)
    var expected: [UInt8] = []
    for _ in 0..<random.below(12) {
      let piece = bytes(random.below(900), &random)
      try file.write(piece.span)
      expected += piece
    }
    try file.synchronize()
    #expect(try Data(contentsOf: folder.url("output")) == Data(expected))
    #expect(try Int(file.status().st_size) == expected.count)
  }

  @Test func `what cannot be opened says why, in the middle of a sentence`() throws {
    let missing = #expect(throws: SystemError.self) { try Descriptor.reading("\(folder.path)/missing") }
    #expect(missing?.code == ENOENT && missing?.reason == "no such file or directory")
    let noFolder = #expect(throws: SystemError.self) { try Descriptor.reading("\(try folder.file("plain", "x"))/inside") }
    #expect(noFolder?.code == ENOTDIR)
    let noFile = #expect(throws: SystemError.self) { try Descriptor.writing(folder.path) }
    #expect(noFile?.code == EISDIR)
    let twice = #expect(throws: SystemError.self) {
      try Descriptor.open(try folder.file("there", "x"), O_WRONLY | O_CREAT | O_EXCL)
    }
    #expect(twice == SystemError(code: EEXIST))
  }

  @Test func `a file that is open for the other thing says so`() throws {
    let path = try folder.file("content", "some bytes")
    let output = try Descriptor.writing(path)
    #expect(throws: SystemError(code: EBADF)) { try read(output, at: 0, length: 4, room: 4) }
    let input = try Descriptor.reading(path)
    #expect(throws: SystemError(code: EBADF)) { try input.write(Array("x".utf8).span) }
    #expect(try folder.text("content") == "some bytes")
  }

  @Test func `a plain file is one until something of it was read`() throws {
    let file = try Descriptor.reading(try folder.file("content", "some bytes"))
    #expect(file.isPlainFile)
    _ = try [UInt8](capacity: 3) { output throws(SystemError) in try file.read(into: &output) }
    #expect(!file.isPlainFile)
    #expect(try !Descriptor.reading(folder.path).isPlainFile && !Descriptor.reading("/dev/null").isPlainFile)
  }

  @Test func `a scratch file has no name, and is one's own`() throws {
    let (one, other) = (try Descriptor.scratch(in: folder.path), try Descriptor.scratch(in: folder.path))
    #expect(try folder.names.isEmpty)
    try one.write(Array("one".utf8).span)
    try other.write(Array("other".utf8).span)
    #expect(try read(one, at: 0, length: 9, room: 9) == Array("one".utf8))
    #expect(try read(other, at: 0, length: 9, room: 9) == Array("other".utf8))
    #expect(try one.status().st_nlink == 0)
  }

  @Test func `where no scratch file can be made it is said which folder that was, and what to do`() throws {
    let missing = "\(folder.path)/missing"
    let error = #expect(throws: ReadingError.self) { try Descriptor.scratch(in: missing) }
    #expect(error?.code == .temporary && error?.cause == SystemError(code: ENOENT))
    #expect(error?.reason.contains(missing) == true && error?.advice?.contains("--temp") == true)
    #expect(throws: ReadingError.self) { try ScratchFile(in: missing) }
  }
}
