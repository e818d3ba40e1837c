/// Records that end at a line break.
struct LineSplitter: RecordSplitter {
  var recovery: Recovery { .nextLine }

  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int {
    if first {
      for index in from..<bytes.count where bytes[index] == .newline { return index + 1 }
    } else {
      var index = bytes.count
      while !atEnd && index > from {
        index -= 1
        if bytes[index] == .newline { return index + 1 }
      }
    }
    return atEnd ? bytes.count : 0
  }

  mutating func reset() {}

  func unfinished(left: Int) -> String? { nil }
}

extension UInt8 {
  package static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// White space of JSON.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
