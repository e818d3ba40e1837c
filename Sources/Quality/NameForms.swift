internal import Text

/// One spelling of a name in an article.
struct NameForm: Sendable {
  var spelling: String
  var letters: [UInt8]
  var hash: UInt64
  /// Tokens.
  var places: [Int]
  /// Hash of the capitalised word that stands before it most often.
  var firstName: UInt64?
}

enum NameForms {
  /// Capitalised words of five letters and more that the article never writes small, in the order of the text; at most 400.
  static func collect(_ article: QualityArticle) -> [NameForm] {
    let tokens = article.tokens
    var small: Set<UInt64> = []
    for token in tokens where token.kind == .word && !token.isCapital { small.insert(token.hash) }
    var byHash: [UInt64: Int] = [:]
    var result: [NameForm] = []
    for (i, token) in tokens.enumerated() where token.kind == .word && token.isCapital && !token.isUpper {
      let range = trimmed(article.bytes, token.range)
      guard range.count >= 5, !small.contains(token.hash), token.languages == 0 else { continue }
      let letters = article.bytes[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      let hash = letters.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
      let first = firstName(tokens, i, small)
      if let known = byHash[hash] {
        result[known].places.append(i)
        result[known].firstName = result[known].firstName ?? first
      } else if result.count < 400 {
        byHash[hash] = result.count
        result.append(
          NameForm(spelling: article.bytes.span.string(range), letters: letters, hash: token.hash, places: [i], firstName: first))
      }
    }
    return result.filter { form in form.places.contains { isInside(tokens, $0) } }
  }

  /// The capitalised word before a name, when it stands inside a sentence too or is no small word ("Before Marenholt").
  private static func firstName(_ tokens: [QualityToken], _ i: Int, _ small: Set<UInt64>) -> UInt64? {
    guard i > 0, tokens[i].isSpaced, tokens[i - 1].kind == .word, tokens[i - 1].isCapital, !small.contains(tokens[i - 1].hash),
      tokens[i - 1].languages == 0, tokens[i - 1].line == tokens[i].line
    else { return nil }
    return tokens[i - 1].hash
  }

  /// Without the possessive: "Marenholt's" and "Marenholts'" alike.
  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    for (i, byte) in zip(range, text[range]) where byte == 0x27 || byte == 0xE2 { return range.lowerBound..<i }
    return range
  }

  /// Whether the word stands inside a sentence, where a capital letter means a name.
  private static func isInside(_ tokens: [QualityToken], _ i: Int) -> Bool {
    guard i > 0, tokens[i - 1].line == tokens[i].line else { return false }
    return tokens[i - 1].kind == .word || tokens[i - 1].isMark(",")
  }

  /// Whether one word is the other with an ending of inflection or derivation, or both differ in the last vowel only.
  static func areRelated(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if long.starts(with: short) {
      let ending = long[short.count...]
      return endings.contains { ending.elementsEqual($0) }
    }
    guard a.count == b.count, a.dropLast() == b.dropLast() else { return false }
    let vowels: Set<UInt8> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79]
    return a.last.map(vowels.contains) == true && b.last.map(vowels.contains) == true
  }

  private static let endings: [[UInt8]] = [
    "s", "es", "n", "an", "er", "ers", "ed", "y", "ly", "e", "a", "o", "d", "r", "al", "ic",
  ].map {
    Array($0.utf8)
  }
}

/// Levenshtein (1966) with a bound.
enum EditDistance {
  /// The distance of two words when it is at most `limit`.
  ///
  /// Transpositions count as one.
  static func within(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      if row.min() ?? 0 > limit { return nil }
      before = previous
      previous = row
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
