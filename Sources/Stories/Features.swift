internal import Text

/// How the features of a stem sequence are hashed.
enum Features {
  /// Two neighbouring stems, in either order: a rewrite turns "widely praised" into "praised widely".
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    mixed(UInt64(min(first, second)) << 27 | UInt64(max(first, second)))
  }

  /// Three stems in a row: a piece of verbatim form.
  @inline(__always)
  static func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    mixed((UInt64(first) << 27 | UInt64(second)) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(third))
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt32 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: (product ^ product >> 29) >> 32) ^ UInt32(truncatingIfNeeded: product)
  }
}

extension UInt32 {
  /// The stem hash of a stem code.
  @inline(__always) package var stem: UInt32 { self >> 5 }
  @inline(__always) package var isNumber: Bool { self & UInt32(WordFlags.number.rawValue) != 0 }
  @inline(__always) package var isQuoted: Bool { self & UInt32(WordFlags.quoted.rawValue) != 0 }
  @inline(__always) package var isSentenceStart: Bool { self & UInt32(WordFlags.sentenceStart.rawValue) != 0 }
  /// A name or a figure: begins with a capital or a digit.
  @inline(__always) package var isName: Bool {
    self & UInt32(WordFlags.capitalised.rawValue | WordFlags.number.rawValue) != 0
  }
}
