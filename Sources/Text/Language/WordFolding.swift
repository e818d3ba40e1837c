/// Folding of spellings: what counts as the same word.
enum WordFolding {
  /// Appends the lower-case form of a byte range: apostrophes and hyphens of one kind, soft hyphens and joiners dropped.
  static func fold(_ range: Range<Int>, of bytes: [UInt8], into folded: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte < 0x80 {
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        position += 1
        continue
      }
      guard let (scalar, length) = CharacterClass.decode(position, in: bytes) else {
        folded.append(byte)
        position += 1
        continue
      }
      append(scalar, bytes[position..<position + length], into: &folded)
      position += length
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func append(_ scalar: UInt32, _ original: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    switch scalar {
    case 0x2019, 0x2018, 0x2BC, 0x201B: folded.append(UInt8(ascii: "'"))
    case 0x2010, 0x2011: folded.append(UInt8(ascii: "-"))
    // Joiners, and what Arabic writes to stretch a word or to mark its vowels.
    case 0xAD, 0x200C, 0x200D, 0x2060, 0x200B, 0x640, 0x64B...0x65F, 0x670: break
    case 0xFB00...0xFB06: folded.append(contentsOf: ligatures[Int(scalar - 0xFB00)].utf8)
    case 0xC0...0xDE where scalar != 0xD7:
      folded.append(0xC3)
      folded.append(UInt8(scalar + 0x20 - 0xC0 + 0x80))
    default:
      if let scalar = Unicode.Scalar(scalar), scalar.properties.changesWhenLowercased {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        folded.append(contentsOf: original)
      }
    }
  }
}
