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

  /// The range, cut to what there is and widened so that it begins and ends between characters of UTF-8; an empty one stays
  /// empty.
  package func wholeCharacters(_ range: Range<Int>) -> Range<Int> {
    var start = Swift.min(Swift.max(0, range.lowerBound), count)
    var end = Swift.min(Swift.max(start, range.upperBound), count)
    while start > 0, start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
    if range.isEmpty { return start..<start }
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return start..<Swift.max(start, end)
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

extension OutputSpan<UInt8> {
  /// Copies `bytes` to the end; the caller has made the room.
  package mutating func append(copying bytes: Span<UInt8>) {
    precondition(bytes.count <= freeCapacity)
    // SAFETY: no pointer leaves the closures.
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        // SAFETY: the room was checked above; a span and the unused room of another buffer never overlap.
        guard let from = source.baseAddress, let to = buffer.baseAddress else { return }
        unsafe (to + count).initialize(from: from, count: source.count)
        count += source.count
      }
    }
  }
}

extension [UInt8] {
  package init(copying bytes: Span<UInt8>) {
    self.init()
    append(copying: bytes)
  }

  /// Copies `bytes` to the end.
  package mutating func append(copying bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count) { $0.append(copying: bytes) }
  }
}
