#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

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
