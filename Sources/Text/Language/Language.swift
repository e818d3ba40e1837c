internal import CLanguages
internal import Resources

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
  package static let dutch = Language(rawValue: "nl")
  package static let polish = Language(rawValue: "pl")
  package static let russian = Language(rawValue: "ru")
  package static let turkish = Language(rawValue: "tr")
  package static let hindi = Language(rawValue: "hi")
  package static let chinese = Language(rawValue: "zh")
  package static let czech = Language(rawValue: "cs")
  package static let danish = Language(rawValue: "da")
  package static let greek = Language(rawValue: "el")
  package static let hungarian = Language(rawValue: "hu")
  package static let norwegian = Language(rawValue: "no")
  package static let romanian = Language(rawValue: "ro")
  package static let swedish = Language(rawValue: "sv")
  package static let ukrainian = Language(rawValue: "uk")
  package static let japanese = Language(rawValue: "ja")

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The language's name in English, or its code.
  package var name: String { Self.names[rawValue] ?? rawValue }

  private static let names = [
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fr": "French",
    "hi": "Hindi", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
  ]

  /// Every noun begins with a capital, so that a capital makes no name.
  var capitalisesNouns: Bool { self == .german || rawValue == "lb" }

  /// Articles, prepositions and pronouns lose their vowel before another: `l'homme`, `dell'anno`.
  var elides: Bool { self == .french || self == .italian || rawValue == "ca" || rawValue == "oc" }
}

/// The words of one language: `languages/CODE.txt`, cut into its sections.
package struct LanguageData: Sendable {
  /// What a section of the file holds; the raw value stands in brackets at its head.
  package enum Section: String, CaseIterable, Sendable {
    // Values: `VALUE: word, word`.
    case months, weekdays
    case weekdaysBeforeFeira = "weekdays before feira"
    case days, numbers, decades, compounds, ordinals, multipliers, fractions, units
    // Phrases: `phrase<TAB>value`.
    case bounds, titles, negators, hedges, reporting, stages, quantities
    // Words and phrases, one a line.
    case everyday, openers, completers, idle, sources, generic, former
    /// Words behind which, in the same clause, a negator negates nothing, as `değil` behind `sadece`.
    case idleBehind = "idle behind"
    case negativeEndings = "negative endings"
    case negativePrefixes = "negative prefixes"
    /// Endings of verbs and adverbs, and words before a participle: what stands there is how something is told.
    case verbEndings = "verb endings"
    case participleEndings = "participle endings"
    case auxiliaries
    case beforeNames = "before names"
    case functionWords = "function words"
    // `he | she`.
    case heAndShe = "he and she"
    /// Words for the people of a country and what is theirs: `country: word, word`.
    case peoples
    // `side | side`, `name: step < step`, `class: word, word`.
    case opposites, contrasts, scales, modals
    // Words that editors put for each other, a group a line.
    case synonyms
  }

  /// Nil for no language in particular.
  package let language: Language?
  private let texts: [Section: String]

  /// The languages whose statements are compared: negators, opposites, scales, modals and hedges are listed.
  package static let compared: [Language] = [
    .arabic, .czech, .danish, .german, .greek, .english, .spanish, .french, .hindi, .hungarian, .italian, .dutch, .norwegian,
    .polish,
    .portuguese, .romanian, .russian, .swedish, .turkish, .ukrainian,
  ]
  /// Those of them that list what editors put for each other.
  package static let withSynonyms: [Language] = [.arabic, .german, .spanish, .french, .italian, .portuguese]
  /// Those that list words for the people of countries.
  package static let withPeoples: [Language] = [.arabic, .german, .spanish, .french, .italian, .portuguese]
  /// Those whose sources are told by listed words alone: English has more to go by.
  package static let withSources: [Language] = compared.filter { $0 != .english }
  /// The languages that have a file, be it for the calendar and the numbers alone.
  package static let all: [Language] = compared + [.japanese, .chinese]

  /// Reads the file of the language; a language without one has no words.
  package init(_ language: Language?) {
    self.language = language
    var texts: [Section: String] = [:]
    var section: Section?
    for line in language.map({ Resource.lines("languages/\($0.rawValue).txt") }) ?? [] {
      if line.utf8.first == UInt8(ascii: "["), line.utf8.last == UInt8(ascii: "]") {
        section = Section(rawValue: String(line.dropFirst().dropLast()))
      } else if let section {
        texts[section, default: ""] += line + "\n"
      }
    }
    self.texts = texts
  }

  /// The entries of a section, one a line; empty when the language has none.
  package func text(_ section: Section) -> String { texts[section] ?? "" }

  package func lines(_ section: Section) -> [Substring] { text(section).split(separator: "\n") }

  /// The words of a section of values.
  package func values(_ section: Section) -> [(value: String, words: [String])] {
    lines(section).compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let words = line[line.index(after: colon)...].split(separator: ",").map { String($0.drop { $0 == " " }) }
      return (String(line[..<colon]), words)
    }
  }

  /// The words of a section of numbers.
  package func numbers(_ section: Section) -> [(value: Double, words: [String])] {
    values(section).compactMap { entry in Double(entry.value).map { ($0, entry.words) } }
  }

  /// The phrases of a section, without their values.
  package func phrases(_ section: Section) -> [String] {
    lines(section).compactMap { $0.split(separator: "\t").first.map(String.init) }
  }
}

/// Tells what language a text is in.
///
/// Compact Language Detector 2: four-letter groups (quadgrams) with a naive Bayes classifier, 83 languages. On 600 articles each
/// of six scrape batches in English, Portuguese, Spanish, German and Arabic it named the language of whole articles without an
/// error, as counts of function words did where there are lists; of cuts of 20 bytes it named .99 of the English and .77 of the
/// German ones, function words .65 and .60, libexttextcat .52 and .69. Hence it reads any script, and no list of our own is
/// asked.
package enum LanguageDetector {
  /// Bytes read at the beginning and in the middle of a text.
  private static let head = 640
  private static let middle = 320
  private static let longestCode = 16

  /// What was found.
  package struct Reading: Sendable, Hashable {
    package var language: Language
    /// The detector says so itself; short texts and lists of names often leave it unsure.
    package var isSure: Bool
  }

  /// The language of most of a text, or nil for a text without words.
  ///
  /// Bytes that are no UTF-8 are passed over. Complexity: O(1), at most 960 bytes are read.
  package static func reading(of bytes: [UInt8]) -> Reading? { reading(bytes[...], bytes[...].prefix(0)) }

  /// The language of two versions taken together, for texts of a sentence.
  package static func reading(of first: [UInt8], _ second: [UInt8]) -> Reading? { reading(first[...], second[...]) }

  private static func reading(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Reading? {
    var text = sample(first) + "\n" + sample(second)
    return text.withUTF8 { utf8 in
      var code = [CChar](repeating: 0, count: longestCode)
      // SAFETY: the detector reads `count` bytes and writes at most `longestCode` into the array.
      let share = unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
        unsafe code.withUnsafeMutableBufferPointer { buffer in
          unsafe newsprint_detect_language(bytes.baseAddress, Int32(bytes.count), buffer.baseAddress, Int32(longestCode))
        }
      }
      let letters = code.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      guard !letters.isEmpty else { return nil }
      let name = String(decoding: letters.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self)
      return name == "un" ? nil : Reading(language: Language(rawValue: name), isSure: share >= leastShare)
    }
  }

  /// Percent of the text that must be in the language.
  private static let leastShare = 60

  private static func sample(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > head + middle else { return String(decoding: bytes, as: UTF8.self) }
    let start = bytes.startIndex + bytes.count / 2
    return String(decoding: bytes.prefix(head), as: UTF8.self) + " "
      + String(decoding: bytes[start..<start + middle], as: UTF8.self)
  }
}
