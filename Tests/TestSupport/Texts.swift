package import Text

extension String {
  /// The bytes with the padding that the scanner asks for.
  package var padded: [UInt8] { Array(utf8) + [UInt8](repeating: 0x5A, count: 64) }

  /// The words of the text.
  package var words: WordStream {
    var scanner = WordScanner()
    var words = WordStream()
    scanner.scan(padded, 0..<utf8.count, into: &words)
    return words
  }
}

extension WordStream {
  /// The pieces of `text` that the words were cut from.
  package func pieces(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return (0..<count).map { String(decoding: bytes[Int(starts[$0])..<Int(ends[$0])], as: UTF8.self) }
  }
}

/// Invented words, `vocabulary` of them at most: "w17 w3 w80 ...", in sentences.
package func randomText(words: Int, vocabulary: Int, seed: Int) -> String {
  var generator = SeededGenerator(seed)
  return (0..<words).map { number in
    "\(number % 12 == 0 ? "W" : "w")\(letters(generator.below(vocabulary)))\(number % 12 == 11 ? "." : "")"
  }.joined(separator: " ")
}

/// `number` spelt in letters, so that it is no figure.
package func letters(_ number: Int) -> String {
  String(String(number).utf8.map { Character(Unicode.Scalar(UInt8(ascii: "a") + $0 - 0x30)) })
}

/// A recurring form: the weather of a town, filled in.
package func weatherForm(_ town: String, _ high: Int, _ low: Int, _ wind: String, _ coast: String) -> String {
  """
  The forecast for \(town) on the coast of \(coast): sunshine in the morning, clouds in the afternoon, and a light breeze from \
  the \(wind) towards the evening. Temperatures will reach \(high) degrees during the day and fall to \(low) degrees at night. \
  There is no warning in force for ferries or for small boats. The next forecast will be published tomorrow at noon.
  """
}
