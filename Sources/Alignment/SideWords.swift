package import Text

/// One side's words with what the aligner asks about them, side by side.
struct SideWords {
  let side: SentenceSide
  let ids: [WordNumber]
  let traits: [WordTraits]
  let isStop: [Bool]
  let isName: [Bool]
  /// Index into the text's figures, or -1.
  let figure: [Int32]

  init(_ side: SentenceSide, knowledge: WordKnowledge) {
    self.side = side
    ids = side.ids
    traits = side.ids.map(knowledge.traits)
    isName = side.words.map { side.text.tokens[$0].shape.contains(.name) }
    var isStop = traits.map { $0.contains(.stop) }
    var figure = [Int32](repeating: -1, count: side.count)
    for (index, range) in FigureLookup.figures(of: side) {
      for position in range { figure[position] = Int32(index) }
    }
    for position in isStop.indices where isName[position] || figure[position] >= 0 { isStop[position] = false }
    self.isStop = isStop
    self.figure = figure
  }
}

/// The figures inside a passage.
package enum FigureLookup {
  /// How many figures begin in a token range.
  package static func count(in range: Range<Int>, of text: LinguisticText) -> Int {
    first(from: range.upperBound, text.figures) - first(from: range.lowerBound, text.figures)
  }

  /// The first figure that begins at a token or behind it; written out, since a generic search is not specialised across modules.
  private static func first(from token: Int, _ figures: [Figure]) -> Int {
    var low = 0
    var high = figures.count
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Index into the text's figures and word positions of each figure of a side.
  ///
  /// Complexity: O(log figures + found).
  package static func figures(of side: SentenceSide) -> [(index: Int, positions: Range<Int>)] {
    let figures = side.text.figures
    var low = first(from: side.tokens.lowerBound, figures)
    var found: [(index: Int, positions: Range<Int>)] = []
    while low < figures.count, figures[low].tokens.upperBound <= side.tokens.upperBound {
      found.append((low, side.positions(in: figures[low].tokens)))
      low += 1
    }
    return found
  }
}
