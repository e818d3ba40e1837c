import Files
import Foundation
import Testing

@testable import Output

/// Outputs that are named by a link of the system, such as /dev/stdout.
struct LinkedOutputTests {
  @Test(arguments: [true, false]) func `an output behind a link gets the bytes and the link stays`(isRemoved: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newsprint-link-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: "target")
    try Data().write(to: target)
    let handle = try FileHandle(forUpdating: target)
    let link = folder.appending(path: "link")
    try FileManager.default.createSymbolicLink(atPath: link.path(), withDestinationPath: "/proc/self/fd/\(handle.fileDescriptor)")
    if isRemoved { try FileManager.default.removeItem(at: target) }
    let output = try AtomicFile(link.path())
    try output.write("a line\n")
    try output.commit()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path()).hasPrefix("/proc/"))
    if isRemoved {
      #expect(try handle.readToEnd() == Data("a line\n".utf8))
    } else {
      #expect(try Data(contentsOf: target) == Data("a line\n".utf8))
    }
  }
}
