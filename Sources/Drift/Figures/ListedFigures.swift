import Alignment
import Articles
import Text

/// Figures of a list of short lines that is another one in either article: a poll's votes, a live score, the numbers of a
/// lottery.
///
/// Such a list belongs to the page. In a list of the article, as of results, most figures stay where one was falsified.
struct ListedFigures {
  private let a, b: LinguisticText
  private let tuning = DriftTuning.standard.figures.lists

  init(_ context: DriftContext) { (a, b) = (context.a, context.b) }

  /// Whether both figures stand in such lists, and most figures of either have no counterpart in the other.
  ///
  /// Complexity: linear in the lines of the two lists.
  func isOtherList(_ x: Figure, _ y: Figure) -> Bool {
    guard let first = values(round: x, a), let second = values(round: y, b) else { return false }
    let kept = first.count { second.contains($0) }
    return Double(kept) <= tuning.kept * Double(max(first.count, second.count))
  }

  /// The figures of the list of short lines that holds a figure; nil where it stands in a sentence, or alone.
  private func values(round figure: Figure, _ text: LinguisticText) -> [Double]? {
    let tokens = text.tokens
    func start(of index: Int) -> Int { (0...index).last { tokens[$0].shape.contains(.lineStart) } ?? 0 }
    func end(of index: Int) -> Int {
      (index + 1..<max(index + 1, tokens.count)).first { tokens[$0].shape.contains(.lineStart) } ?? tokens.count
    }
    func isShort(_ line: Range<Int>) -> Bool {
      line.count <= tuning.words && line.last.map { tokens[$0].kind != .mark || !text.endsSentence($0) } ?? false
    }
    var list = start(of: figure.tokens.lowerBound)..<end(of: figure.tokens.lowerBound)
    guard isShort(list) else { return nil }
    while list.lowerBound > 0, case let line = start(of: list.lowerBound - 1)..<list.lowerBound, isShort(line),
      list.count < tuning.longest
    {
      list = line.lowerBound..<list.upperBound
    }
    while list.upperBound < tokens.count, case let line = list.upperBound..<end(of: list.upperBound), isShort(line),
      list.count < tuning.longest
    {
      list = list.lowerBound..<line.upperBound
    }
    let values = text.figures.filter { list.contains($0.tokens.lowerBound) }.map(\.value)
    return values.count > 1 ? values : nil
  }
}

extension LinguisticText {
  /// Whether a mark ends a sentence: a full stop, a question or exclamation mark.
  fileprivate func endsSentence(_ index: Int) -> Bool {
    let bytes = bytes[tokens[index].bytes]
    return bytes.count == 1 && bytes.first.map { ".!?".utf8.contains($0) } ?? false
  }
}
