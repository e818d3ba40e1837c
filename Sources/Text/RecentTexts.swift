/// What was made of the texts that were read last: the versions of a story are held against each other again and again.
@frozen
@usableFromInline
package struct RecentTexts<Value> {
  /// The latest first.
  @usableFromInline var texts: [(bytes: [UInt8], title: [UInt8], value: Value)] = []

  @inlinable static var most: Int { 16 }
  /// Longer texts are not kept, so that memory stays bounded.
  @inlinable static var longest: Int { 1 << 16 }

  @inlinable package init() {}

  /// What `make` made of the text under its title, now or before.
  @inlinable
  package mutating func value(of bytes: [UInt8], title: [UInt8] = [], make: ([UInt8]) -> Value) -> Value {
    let known = texts.firstIndex { $0.bytes == bytes && $0.title == title }
    let value = known.map { texts.remove(at: $0).value } ?? make(bytes)
    guard bytes.count + title.count <= Self.longest else { return value }
    if texts.count == Self.most { texts.removeLast() }
    texts.insert((bytes, title, value), at: 0)
    return value
  }
}
