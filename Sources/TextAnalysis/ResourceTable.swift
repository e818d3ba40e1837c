internal import CResources

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A data file of the program as rows of tab-separated columns, in the file's order.
package enum ResourceTable {
  /// The rows of `name` without comments (`#` at the beginning of a line) and empty lines; none when there is no such file.
  package static func rows(_ name: String) -> [[Substring]] {
    text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  private static func text(_ name: String) -> String {
    let resource = unsafe newsprint_find_resource(name)
    guard let bytes = unsafe resource.bytes else { return "" }
    // SAFETY: the resource holds `length` constant bytes that live as long as the program.
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: resource.length), as: UTF8.self)
  }
}

extension TextBytes {
  /// The place of the next line feed at or after `start`, or the length of the text.
  package static func lineFeed(_ text: Span<UInt8>, from start: Int) -> Int {
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
      // SAFETY: `start` lies inside the buffer and the search ends with it.
      guard let found = unsafe memchr(base + start, 0x0A, bytes.count - start) else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
