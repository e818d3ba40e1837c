import Articles
import Alignment
import Lexicon
import Text

/// Words that negate by their form ("unpainted", "non-stop") where the other side says nothing of the kind in any words.
struct StrayNegatives {
  static let confidence = DriftTuning.standard.replacements.strayNegative
  /// Sentences that share less are too free for a word alone to say anything.
  private static let leastCloseness = 0.3

  private let negations: NegationReader
  private let ambiguous: WordSet

  init(resources: DriftResources, negations: NegationReader) {
    self.negations = negations
    ambiguous = resources.set(.ambiguousNegatives)
  }

  /// A word that negates by its form ("unpainted") where the other side says nothing of the kind in any words.
  func examine(_ side: Side, _ reader: PairReader, _ report: inout FindingCollector) {
    for position in 0..<reader.words(side).count where isStray(position, side, reader) {
      guard !(side == .a ? report.explains(a: position) : report.explains(b: position)) else { continue }
      let range = position..<position + 1
      report.report(
        .polarityStray, confidence: Self.confidence, a: side == .a ? range : nil, b: side == .a ? nil : range,
        explains: false, "“\(reader.text(side, range))” negates what the other text does not.")
    }
  }

  func isStray(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    reader.isShort && reader.pair.closeness >= Self.leastCloseness && isStrayNegative(position, side, reader)
      && !isBlamed(side.other, reader)
      && !negations.hasImplicitNegation(near: 0, side.other, reader, reach: reader.words(side.other).count)
  }

  private func isStrayNegative(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    guard reader.isContent(side, position), !reader.isName(side, position),
      reader.match(side, position) == nil || reader.isSubstituted(side, position)
    else { return false }
    let word = reader.id(side, position)
    let id = reader.knowledge.lexiconID(word)
    guard reader.knowledge.session.negatedBase(of: id) != nil, reader.knowledge.session.valence(of: id) >= 0,
      !ambiguous.contains(word), !ambiguous.contains(reader.knowledge.lemma(word)), !isAttribute(position, side, reader)
    else { return false }
    let text = reader.knowledge.words.string(word)
    return text.hasPrefix("un") || text.hasPrefix("non")
  }

  /// "An unnamed official", "unmanned aircraft": the adjective tells which one is meant, and states nothing.
  private func isAttribute(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let next = position + 1
    guard next < reader.words(side).count, reader.words(side).words[next] == reader.words(side).words[position] + 1 else {
      return false
    }
    return reader.isContent(side, next) && reader.canBe(.noun, side, next)
  }

  /// A word of blame without counterpart may be the negation in other words.
  private func isBlamed(_ side: Side, _ reader: PairReader) -> Bool {
    (0..<reader.words(side).count).contains { position in
      (reader.match(side, position) == nil || reader.isSubstituted(side, position))
        && reader.knowledge.session.valence(of: reader.knowledge.lexiconID(reader.id(side, position))) < 0
    }
  }
}
