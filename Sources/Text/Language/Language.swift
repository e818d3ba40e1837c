/// A language by its ISO 639 code: `en`, `pt`, `ar`.
package struct Language: RawRepresentable, Hashable, Sendable, Comparable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let english = Language(rawValue: "en")
  package static let german = Language(rawValue: "de")
  package static let french = Language(rawValue: "fr")
  package static let spanish = Language(rawValue: "es")
  package static let portuguese = Language(rawValue: "pt")
  package static let italian = Language(rawValue: "it")
  package static let arabic = Language(rawValue: "ar")

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The language's name in English, or its code.
  package var name: String {
    switch self {
    case .english: "English"
    case .german: "German"
    case .french: "French"
    case .spanish: "Spanish"
    case .portuguese: "Portuguese"
    case .italian: "Italian"
    case .arabic: "Arabic"
    default: rawValue
    }
  }

  /// Every noun begins with a capital, so that a capital makes no name.
  var capitalisesNouns: Bool { self == .german || rawValue == "lb" }

  /// Articles, prepositions and pronouns lose their vowel before another: `l'homme`, `dell'anno`.
  var elides: Bool { self == .french || self == .italian || rawValue == "ca" || rawValue == "oc" }
}
