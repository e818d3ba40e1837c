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
  /// Copies `bytes` to the end.
  package mutating func append(copying bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count) { $0.append(copying: bytes) }
  }
}
