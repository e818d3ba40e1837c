internal import CSIMDJSON

extension Span<UInt8> {
  /// How often `byte` occurs.
  ///
  /// Linear, many bytes at a time.
  package func count(of byte: UInt8) -> Int {
    // SAFETY: the callee reads exactly the span's bytes.
    unsafe withUnsafeBufferPointer { unsafe newsprint_count_byte($0.baseAddress, $0.count, byte) }
  }

  /// The first place from `start` on with one of three bytes; ``count`` when there is none.
  ///
  /// Linear, many bytes at a time.
  package func firstIndex(of first: UInt8, _ second: UInt8, _ third: UInt8, from start: Int) -> Int {
    // SAFETY: the callee reads exactly the bytes of the extracted span.
    unsafe extracting(start...).withUnsafeBufferPointer {
      unsafe start + newsprint_find_any($0.baseAddress, $0.count, first, second, third)
    }
  }

  /// Linear, many bytes at a time.
  package var isValidUTF8: Bool {
    // SAFETY: the callee reads exactly the span's bytes.
    unsafe withUnsafeBufferPointer { unsafe newsprint_is_utf8($0.baseAddress, $0.count) != 0 }
  }
}

extension [UInt8] {
  /// Appends JSON text without the white space outside its strings.
  package mutating func append(minifying bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count + 64) { output in
      // SAFETY: the callee writes at most as many bytes as it reads, and 64 more; the room for those was made.
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        unsafe bytes.withUnsafeBufferPointer { source in
          count += unsafe newsprint_json_minify(source.baseAddress, source.count, buffer.baseAddress.map { unsafe $0 + count })
        }
      }
    }
  }
}
