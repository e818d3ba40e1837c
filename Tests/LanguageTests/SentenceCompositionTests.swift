import TestSupport
import Testing
import Text

/// Texts put together of known sentences come apart into them again, in every order and layout.
struct SentenceCompositionTests {
  @Test(arguments: InventedSentences.all, 0..<8)
  func `a text comes apart into the sentences it was made of`(language: InventedSentences.Language, seed: Int) {
    var random = SeededGenerator(seed)
    var sentences = language.sentences.shuffled(using: &random)
    sentences.append(sentences[0])
    var text = sentences[0]
    for sentence in sentences.dropFirst() { text += random.pick([" ", " ", " ", "  ", "\n\n"]) + sentence }
    #expect(Reading(text).sentences == sentences, "\(text)")
  }

  @Test(arguments: InventedSentences.all)
  func `any two sentences side by side are two`(language: InventedSentences.Language) {
    for first in language.sentences {
      for second in language.sentences {
        let found = Reading("\(first) \(second)").sentences
        #expect(found == [first, second], "\(found)")
      }
    }
  }

  @Test(arguments: InventedSentences.all)
  func `a paragraph wrapped at any width has the same sentences`(language: InventedSentences.Language) {
    // A line may not begin with what looks like an item of a list.
    let words = language.sentences.joined(separator: " ").split(separator: " ")
    for width in [60, 72, 90] {
      var lines = [""]
      for word in words {
        if lines[lines.count - 1].count + word.count >= width, word.first?.isLetter == true { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
      let wrapped = Reading(lines.joined(separator: "\n")).sentences.map { $0.replacing("\n", with: " ") }
      #expect(wrapped == language.sentences, "\(width)")
    }
  }

  @Test(arguments: InventedSentences.all, 0..<6)
  func `two texts one after the other have the tokens, figures and quotations of both`(
    language: InventedSentences.Language, seed: Int
  ) {
    var random = SeededGenerator(seed)
    func text() -> String { (0..<4).map { _ in random.pick(language.sentences) }.joined(separator: " ") }
    let (first, second) = (text(), text())
    let (a, b, whole) = (Reading(first), Reading(second), Reading("\(first)\n\n\(second)"))
    #expect(whole.tokens == a.tokens + b.tokens)
    #expect(whole.folded == a.folded + b.folded)
    #expect(whole.sentences == a.sentences + b.sentences)
    #expect(whole.quotations == a.quotations + b.quotations)
    #expect(whole.text.figures.map(\.value) == a.text.figures.map(\.value) + b.text.figures.map(\.value))
    let shift = first.utf8.count + 2
    #expect(
      whole.text.tokens.map(\.bytes) == a.text.tokens.map(\.bytes)
        + b.text.tokens.map { $0.bytes.lowerBound + shift..<$0.bytes.upperBound + shift })
  }

  @Test(arguments: InventedSentences.all, 0..<10)
  func `sentences, figures, names and quotations of any text are ranges in order`(language: InventedSentences.Language, seed: Int)
  {
    let text = language.sentences.joined(separator: " ")
    for mutant in Places.mutations(of: text, count: 3, seed: seed) {
      let reading = Reading(mutant)
      let bytes = Array(mutant.utf8)
      #expect(reading.text.sentences.flatMap { Array($0) } == Array(reading.text.tokens.indices))
      for token in reading.text.tokens { #expect(Places.isWhole(token.bytes, in: bytes)) }
      for figure in reading.text.figures {
        #expect(figure.extent.lowerBound <= figure.tokens.lowerBound && figure.tokens.upperBound <= figure.extent.upperBound)
        #expect(
          reading.text.tokens.indices.contains(figure.extent.lowerBound) && figure.extent.upperBound <= reading.text.tokens.count)
        #expect(figure.value.isFinite && figure.precision >= 0)
      }
      for (before, after) in zip(reading.text.figures, reading.text.figures.dropFirst()) {
        #expect(before.tokens.upperBound <= after.tokens.lowerBound)
      }
      for quotation in reading.text.quotations {
        #expect(!quotation.tokens.isEmpty && quotation.tokens.upperBound <= reading.text.tokens.count)
      }
      for name in reading.text.names { #expect(!name.core.isEmpty && name.core.upperBound <= reading.text.tokens.count) }
    }
  }
}

/// Quotations in every house's marks around the same words.
struct QuotationMarkTests {
  private static let pairs = [
    ("\"", "\""), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("« ", " »"), ("‘", "’"), ("``", "''"), ("「", "」"),
    ("『", "』"), ("‹", "›"),
  ]
  private static let inner = ["Go home", "It was a day of 3.5 metres, he knew", "The crew's own boat sank", "Nothing"]

  @Test(arguments: pairs.indices, inner)
  func `what stands between the marks is the quotation`(pair: Int, words: String) {
    let (open, close) = Self.pairs[pair]
    for text in [
      "The mayor said: \(open)\(words)\(close) and left.", "\(open)\(words),\(close) the mayor said.",
      "It was \(open)\(words)\(close).",
    ] {
      let found = Reading(text).quotations.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
      #expect(found == [words], "\(text)")
    }
  }

  @Test(arguments: pairs.indices, pairs.indices)
  func `two quotations in the marks of two houses are two`(first: Int, second: Int) {
    let (a, b) = (Self.pairs[first], Self.pairs[second])
    let text = "He said \(a.0)Go home\(a.1) and she said \(b.0)No way\(b.1) to that."
    #expect(Reading(text).quotations == ["Go home", "No way"], "\(text)")
  }

  @Test(arguments: [
    "The soldiers' boats and the crews' own.", "It's Tom's, isn't it?", "The songs of the '90s were played.",
    "The quay is 5' 11\" wide.",
  ])
  func `an apostrophe quotes nothing`(text: String) { #expect(Reading(text).quotations.isEmpty) }
}
