import Alignment
import Articles
import Text

/// Whether two names may be one person, body or place, by what the articles themselves say of them.
///
/// They may where either article has words of both in one name ("Ana Lind"), where one stands in apposition to the other or
/// belongs to it ("Lind, the mayor of Brandal", "Brandal's Old Quay", "Ana Bo Lind (ABL)"), and where one is made of the first
/// letters of a name that holds the other.
struct NameLinks {
  private let knowledge: WordKnowledge
  private let joining: WordSet
  private let linking: WordSet

  init(resources: DriftResources) {
    knowledge = resources.knowledge
    joining = resources.set(.joiningNames)
    linking = resources.set(.linkingNames)
  }

  /// Tokens between two names within which the one belongs to the other.
  private static let reach = 6
  /// Letters of a name's short form at most.
  private static let longestCode = 6

  /// Complexity: linear in the names of both articles at the first question, then in the places of the words asked for.
  func areLinked(_ first: [WordNumber], _ second: [WordNumber], _ context: DriftContext) -> Bool {
    link(context.a, context.names.a, first, second) || link(context.b, context.names.b, first, second)
  }

  /// True when the one text has a name with words of both, or a name with words of the one stands in apposition to one of the
  /// other.
  private func link(_ text: LinguisticText, _ places: NamePlaces.Index, _ first: [WordNumber], _ second: [WordNumber]) -> Bool {
    let (ones, others) = (places.names(with: first, knowledge), places.names(with: second, knowledge))
    if ones.contains(where: others.contains) { return true }
    if ones.contains(where: { isCode(second, of: text.names[$0], text) }) { return true }
    if others.contains(where: { isCode(first, of: text.names[$0], text) }) { return true }
    return ones.contains { index in
      others.contains(index + 1) && isApposition(between: index, text)
        || others.contains(index - 1) && isApposition(between: index - 1, text)
    }
  }

  /// Between a name and the next.
  private func isApposition(between index: Int, _ text: LinguisticText) -> Bool {
    let start = NamePlaces.end(of: text.names[index], text, knowledge)
    return isApposition(start..<max(start, text.names[index + 1].tokens.lowerBound), text)
  }

  /// One short word whose letters begin words of the name, in order, the first one's among them.
  private func isCode(_ words: [WordNumber], of span: NameSpan, _ text: LinguisticText) -> Bool {
    guard words.count == 1, let word = words.first, span.tokens.count > 1 else { return false }
    let code = knowledge.nameForm(word).letters
    guard code.count >= 2, code.count <= Self.longestCode else { return false }
    let initials = text.tokens[span.tokens].lazy.filter { $0.shape.contains(.name) }.compactMap {
      knowledge.nameForm($0.word).letters.first
    }
    guard initials.first == code.first else { return false }
    var rest = code[...]
    for letter in initials where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private func isApposition(_ between: Range<Int>, _ text: LinguisticText) -> Bool {
    guard between.count <= Self.reach else { return false }
    let tokens = text.tokens[between]
    // A comma alone makes a list.
    guard tokens.count > 1 || tokens.first.map({ $0.kind != .mark || isBracket($0, text) }) ?? true else { return false }
    return tokens.contains { linking.contains($0.word) || $0.shape.contains(.clitic) }
      && !tokens.contains { joining.contains($0.word) || $0.kind == .quote || $0.shape.contains(.sentenceStart) }
  }

  private func isBracket(_ token: Token, _ text: LinguisticText) -> Bool { text.bytes[Int(token.start)] == UInt8(ascii: "(") }
}

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
