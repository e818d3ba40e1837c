import ArgumentParser
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a whole file, or standard input for `-`.
enum InputText {
  static func read(_ path: String) throws -> [UInt8] {
    do {
      return try Array(Data(contentsOf: URL(filePath: path == "-" ? "/dev/stdin" : path)))
    } catch {
      throw CommandError("\(path): cannot be read. Check the path and the permissions.")
    }
  }
}

/// What went wrong and what to do, for the last line before exit status 2.
struct CommandError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Standard output or a file, written piece by piece.
struct OutputBytes: Sendable {
  private let handle: Int32

  /// Opens `path` for writing, or takes standard output for nil.
  init(_ path: String?) throws {
    guard let path else {
      handle = 1
      return
    }
    handle = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if handle < 0 { throw CommandError("\(path): cannot be written. Check the folder and the permissions.") }
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // SAFETY: the buffer is valid for the call and its count is passed with it.
      let written = unsafe rest.withUnsafeBytes { unsafe Self.systemWrite(handle, $0.baseAddress, $0.count) }
      if written <= 0 { throw CommandError("The output could not be written.") }
      rest = rest.dropFirst(written)
    }
  }

  private static func systemWrite(_ handle: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let bytes = unsafe bytes else { return 0 }
    #if canImport(Glibc)
      return unsafe Glibc.write(handle, bytes, count)
    #elseif canImport(Musl)
      return unsafe Musl.write(handle, bytes, count)
    #else
      return unsafe Darwin.write(handle, bytes, count)
    #endif
  }
}

enum StandardError {
  static func write(_ line: String) { try? FileHandleBytes.write(Array((line + "\n").utf8)) }
}

private enum FileHandleBytes {
  static func write(_ bytes: [UInt8]) throws { try OutputBytes.standardError.write(bytes) }
}

extension OutputBytes {
  fileprivate init(handle: Int32) { self.handle = handle }
  fileprivate static let standardError = OutputBytes(handle: 2)
}

enum ProcessorCount {
  static var available: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
