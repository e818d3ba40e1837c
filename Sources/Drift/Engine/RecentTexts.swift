/// What was made of the texts that were read last: the versions of a story are held against each other again and again.
struct RecentTexts<Value> {
  /// The latest first.
  private var texts: [(bytes: [UInt8], value: Value)] = []

  private let most = 16
  /// Longer texts are not kept, so that memory stays bounded.
  private let longest = 1 << 16

  /// What `make` made of the text, now or before.
  mutating func value(of bytes: [UInt8], make: ([UInt8]) -> Value) -> Value {
    let known = texts.firstIndex { $0.bytes == bytes }
    let value = known.map { texts.remove(at: $0).value } ?? make(bytes)
    guard bytes.count <= longest else { return value }
    if texts.count == most { texts.removeLast() }
    texts.insert((bytes, value), at: 0)
    return value
  }
}
