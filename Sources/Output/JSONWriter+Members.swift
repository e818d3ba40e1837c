/// Members of objects, each with its key: as ``JSONWriter/key(_:)`` and the value.
extension JSONWriter {
  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// As UTF-8 bytes.
  package mutating func member(_ name: String, _ value: Span<UInt8>) {
    key(name)
    string(value)
  }

  /// Null where there is nothing.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  package mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    integer(value)
  }

  /// With at most `digits` digits after the point.
  package mutating func member(_ name: String, _ value: Double, digits: Int = 4) {
    key(name)
    number(value, digits: digits)
  }
}
