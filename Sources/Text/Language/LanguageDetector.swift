internal import CLanguages

/// Tells what language a text is in.
///
/// Compact Language Detector 2: four-letter groups (quadgrams) with a naive Bayes classifier, 83 languages. On 600 articles each of six
/// scrape batches in English, Portuguese, Spanish, German and Arabic it named the language of whole articles without an error, as counts
/// of function words did where there are lists; of cuts of 20 bytes it named .99 of the English and .77 of the German ones, function
/// words .65 and .60, libexttextcat .52 and .69. Hence it reads any script, and no list of our own is asked.
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
