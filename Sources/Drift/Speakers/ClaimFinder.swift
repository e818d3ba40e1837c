import Articles
import Alignment
import Text

/// Tells sentences that report what a named source says.
struct ClaimFinder {
  private let knowledge: WordKnowledge
  private let according: WordNumber

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    according = resources.words.id(of: "according")
  }

  /// The first words of a sentence, for messages.
  static func beginning(_ text: LinguisticText, _ sentence: Range<Int>) -> String {
    sentence.count <= 16 ? text.string(sentence) : text.string(sentence.prefix(14)) + " …"
  }

  /// A reporting verb or "according", and a name.
  func isAttributedClaim(_ text: LinguisticText, _ sentence: Range<Int>) -> Bool {
    guard sentence.count >= 6 else { return false }
    let tokens = text.tokens[sentence]
    guard tokens.contains(where: { $0.shape.contains(.name) }) else { return false }
    return tokens.contains { token in
      token.word == according
        || (token.kind == .word && knowledge.traits(token.word).contains(.verb)
          && knowledge.reportingStance(token.word) != nil)
    }
  }
}

extension DriftContext {
  /// Half of the shorter article's sentences have a counterpart, and there are enough of them to say so.
  var isMostlyAligned: Bool {
    let aligned = alignment.pairs.count
    return aligned >= 4 && aligned * 2 >= min(a.sentences.count, b.sentences.count)
  }
}
