/// The four open word classes of WordNet, each with an index, a data and an exception file.
package enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  case noun, verb, adjective, adverb

  /// The file name ending: `index.noun`, `data.noun`; and the start of `noun.exc`.
  var fileName: String {
    switch self {
    case .noun: "noun"
    case .verb: "verb"
    case .adjective: "adj"
    case .adverb: "adv"
    }
  }

  /// The class a synset type letter stands for: n, v, a, s (adjective satellite), r.
  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "n"): self = .noun
    case UInt8(ascii: "v"): self = .verb
    case UInt8(ascii: "a"), UInt8(ascii: "s"): self = .adjective
    case UInt8(ascii: "r"): self = .adverb
    default: return nil
    }
  }
}

/// A synset: its word class and its byte offset in that class's data file.
package struct SynsetID: Hashable, Comparable, Sendable {
  /// Word class in the two highest bits used, offset in the lower 28.
  package let rawValue: UInt32

  /// Offsets have eight decimal digits, so they lie below 10^8 < 2^28.
  package init(_ pos: PartOfSpeech, offset: UInt32) { rawValue = UInt32(pos.rawValue) << 28 | (offset & 0x0FFF_FFFF) }

  package var offset: Int { Int(rawValue & 0x0FFF_FFFF) }
  package var pos: PartOfSpeech { PartOfSpeech(rawValue: UInt8(rawValue >> 28)) ?? .noun }

  package static func < (left: SynsetID, right: SynsetID) -> Bool { left.rawValue < right.rawValue }
}
