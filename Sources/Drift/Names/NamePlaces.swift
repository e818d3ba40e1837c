import Alignment
import Articles
import Text

/// Where the words of names stand in the names of two articles; read at the first question.
final class NamePlaces {
  /// The names of one text by their words.
  struct Index {
    fileprivate var places: [WordNumber: [Int]] = [:]

    /// Names of a word beyond this many are not looked at, so that lists cost no square.
    fileprivate static let mostPlaces = 64

    /// The numbers of the names that have one of the words, or a compound that ends in it.
    func names(with words: [WordNumber], _ knowledge: WordKnowledge) -> Set<Int> {
      var found: Set<Int> = []
      for word in words {
        found.formUnion(places[word] ?? [])
        if let last = NamePlaces.lastPart(of: word, knowledge) { found.formUnion(places[last] ?? []) }
      }
      return found
    }
  }

  private let texts: (a: LinguisticText, b: LinguisticText)
  private let knowledge: WordKnowledge
  private(set) lazy var a = Self.index(texts.a, knowledge)
  private(set) lazy var b = Self.index(texts.b, knowledge)

  init(_ a: LinguisticText, _ b: LinguisticText, knowledge: WordKnowledge) {
    texts = (a, b)
    self.knowledge = knowledge
  }

  private static func index(_ text: LinguisticText, _ knowledge: WordKnowledge) -> Index {
    var index = Index()
    for (number, span) in text.names.enumerated() {
      for token in text.tokens[span.tokens.lowerBound..<end(of: span, text, knowledge)] where token.kind == .word {
        for word in [token.word, lastPart(of: token.word, knowledge)] {
          if let word, index.places[word, default: []].count < Index.mostPlaces { index.places[word, default: []].append(number) }
        }
      }
    }
    return index
  }

  /// "Ana al-Lind": a last part in small letters belongs to the name.
  static func end(of span: NameSpan, _ text: LinguisticText, _ knowledge: WordKnowledge) -> Int {
    let next = span.tokens.upperBound
    guard next < text.tokens.count, text.tokens[next].kind == .word, lastPart(of: text.tokens[next].word, knowledge) != nil else {
      return next
    }
    return next + 1
  }

  /// What stands behind the last hyphen, if it has three letters at least.
  fileprivate static func lastPart(of word: WordNumber, _ knowledge: WordKnowledge) -> WordNumber? {
    let bytes = knowledge.words.bytes(word)
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), bytes.endIndex - hyphen > 3 else { return nil }
    return knowledge.words.id(of: String(decoding: bytes[(hyphen + 1)...], as: UTF8.self))
  }
}
