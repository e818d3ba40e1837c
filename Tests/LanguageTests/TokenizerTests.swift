import TestSupport
import Testing
import Text

struct TokenizerTests {
  @Test(arguments: [
    ("The U.S. envoy met al-Harbi.", ["The", "U.S.", "envoy", "met", "al-Harbi", "."]),
    ("It cost $1,234.5, or 3.5%.", ["It", "cost", "$", "1,234.5", ",", "or", "3.5", "%", "."]),
    ("At 13:25 it didn’t.", ["At", "13:25", "it", "did", "n’t", "."]),
    ("O'Brien’s 44-year-old son", ["O'Brien", "’s", "44", "-", "year", "-", "old", "son"]),
    ("A 2:1 win in 2017/18", ["A", "2", ":", "1", "win", "in", "2017/18"]),
    ("On 8/1/2020 at 14h20, law 64/90", ["On", "8/1/2020", "at", "14h20", ",", "law", "64/90"]),
    ("files 1/2/3/4 and 5h", ["files", "1", "/", "2", "/", "3", "/", "4", "and", "5", "h"]),
    ("The 21st, the 1990s, 11am", ["The", "21st", ",", "the", "1990s", ",", "11", "am"]),
    ("anti-war re-election F-16 COVID-19", ["anti-war", "re-election", "F-16", "COVID-19"]),
    ("They cannot", ["They", "can", "not"]),
    ("They ｃａｎｎｏｔ", ["They", "ｃａｎｎｏｔ"]), ("They ｄｏｎ't", ["They", "ｄｏｎ", "'t"]),
    ("at http://a.example/straß, http://b.example/新聞。", ["at", "http://a.example/straß", ",", "http://b.example/新聞", "。"]),
    ("see example.com now", ["see", "example.com", "now"]),
    ("„Nein“, sagte er – «oui».", ["„", "Nein", "“", ",", "sagte", "er", "–", "«", "oui", "»", "."]),
  ])
  func `words, numbers and marks are one token each`(text: String, tokens: [String]) {
    #expect(Reading(text).tokens == tokens)
  }

  @Test(arguments: [
    ("US", "U.S."), ("U.S", "U.S."), ("don't", "do not"), ("don’t", "do not"), ("can't", "cannot"), ("won't", "will not"),
    ("it's", "it is"), ("they’re", "they are"), ("COVID", "covid"), ("Größe", "größe"), ("11am", "11 a.m."),
  ])
  func `spellings of one word fold alike`(first: String, second: String) {
    #expect(Reading(first).folded == Reading(second).folded)
  }

  @Test func `the pronoun us is not the country`() {
    #expect(Reading("us").folded != Reading("US").folded)
  }

  @Test func `tokens cover the text in order and never overlap`() {
    for seed in 0..<200 {
      var random = SeededGenerator(seed)
      let alphabet: [Character] = Array("aB1 .,'’\"“”-–:$%/é中\n\u{A0}S&@")
      let text = String((0..<80).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
      let reading = Reading(text)
      var end = 0
      for token in reading.text.tokens {
        #expect(token.bytes.lowerBound >= end && token.bytes.upperBound > token.bytes.lowerBound)
        #expect(
          String(validating: Array(text.utf8)[token.bytes], as: UTF8.self) != nil,
          "a token cuts a character in \(text.debugDescription)")
        end = token.bytes.upperBound
      }
      #expect(reading.text.sentences.map(\.count).reduce(0, +) == reading.text.tokens.count)
    }
  }

  @Test func `bytes that are no text are read without harm`() {
    let analysis = LinguisticAnalysis(words: WordTable())
    for seed in 0..<100 {
      var random = SeededGenerator(seed + 1_000)
      let bytes = (0..<200).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let text = analysis.read(bytes) { _ in false }
      #expect(text.tokens.last.map { Int($0.end) <= bytes.count } ?? true)
    }
  }
}
