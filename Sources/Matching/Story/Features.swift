internal import TextAnalysis

/// How the features of a stem sequence are hashed. Order matters: ("bank", "rate") and ("rate", "bank") are two pairs.
enum Features {
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (UInt64(first) << 27 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 32) ^ UInt32(truncatingIfNeeded: mixed)
  }

  @inline(__always)
  static func triple(_ pair: UInt32, _ third: UInt32) -> UInt32 { self.pair(pair, third) &* 0x85EB_CA6B }
}

extension UInt32 {
  /// The stem hash of a stem code.
  @inline(__always) var stem: UInt32 { self >> 5 }
  @inline(__always) var isStop: Bool { self & UInt32(WordTraits.stop.rawValue) != 0 }
  @inline(__always) var isNumber: Bool { self & UInt32(WordTraits.number.rawValue) != 0 }
  @inline(__always) var isQuoted: Bool { self & UInt32(WordTraits.quoted.rawValue) != 0 }
  @inline(__always) var isSentenceStart: Bool { self & UInt32(WordTraits.sentenceStart.rawValue) != 0 }
  /// A name or a figure: begins with a capital or a digit and is no function word.
  @inline(__always) var isName: Bool {
    self & UInt32(WordTraits.capitalised.rawValue | WordTraits.number.rawValue) != 0 && !isStop
  }
}
