import Articles
import Alignment
import Lexicon
import Text

/// How well the words round a phrase of the one sentence fit those round a phrase of the other.
///
/// The sum over pairs of like words within ``reach`` of both phrases, each word used once, of likeness times weight over the
/// geometric mean of the two distances (or, steep, over their product). Words of open class and names weigh 1, function words .6,
/// articles, "of" and "and" .1. A word on the other side of the phrase counts .25 if it can only be a verb or joins phrases, else
/// .7, since "coach Ana Lind" and "Ana Lind, the coach" say the same while "warned Ana Lind" and "Ana Lind warned" do not.
struct Surroundings {
  static let reach = 5
  private let articles: WordSet
  private let isSteep: Bool

  /// Steep: the product of the two distances counts in place of their geometric mean, which sets neighbours far above what stands
  /// three words off.
  init(resources: DriftResources, isSteep: Bool = false) {
    self.isSteep = isSteep
    articles = resources.set("the", "a", "an", "'s", "of", "and")
  }

  private struct Neighbour {
    var position: Int
    /// Below 0 on the left.
    var offset: Int
  }

  /// How well the places fit; `ignored` are positions on each side that are themselves in question and prove nothing.
  func fit(_ first: Range<Int>, _ second: Range<Int>, ignoring ignored: (a: [Range<Int>], b: [Range<Int>]), _ reader: PairReader)
    -> Double
  {
    let others = neighbours(second, .b, ignored.b, reader)
    var values: [(value: Double, x: Neighbour, y: Neighbour)] = []
    for one in neighbours(first, .a, ignored.a, reader) {
      for other in others {
        let value = value(one, other, reader)
        if value > 0 { values.append((value, one, other)) }
      }
    }
    values.sort {
      ($0.value, -abs($0.x.offset + $0.y.offset), $0.x.offset + $0.y.offset, $0.x.offset * $0.y.offset, $0.x.offset)
        > ($1.value, -abs($1.x.offset + $1.y.offset), $1.x.offset + $1.y.offset, $1.x.offset * $1.y.offset, $1.x.offset)
    }
    var usedA: Set<Int> = []
    var usedB: Set<Int> = []
    var sum = 0.0
    for pair in values where !usedA.contains(pair.x.position) && !usedB.contains(pair.y.position) {
      usedA.insert(pair.x.position)
      usedB.insert(pair.y.position)
      sum += pair.value
    }
    return sum
  }

  /// The words on both sides of a phrase; the phrases in question are passed over.
  private func neighbours(_ range: Range<Int>, _ side: Side, _ ignored: [Range<Int>], _ reader: PairReader) -> [Neighbour] {
    var found: [Neighbour] = []
    let count = reader.words(side).count
    for step in [-1, 1] {
      var position = step < 0 ? range.lowerBound - 1 : range.upperBound
      var offset = 0
      while position >= 0, position < count, abs(offset) < Self.reach {
        if !ignored.contains(where: { $0.contains(position) }) {
          offset += step
          found.append(Neighbour(position: position, offset: offset))
        }
        position += step
      }
    }
    return found
  }

  private func value(_ one: Neighbour, _ other: Neighbour, _ reader: PairReader) -> Double {
    let likeness = likeness(one.position, other.position, reader)
    guard likeness > 0 else { return 0 }
    let (i, j) = (one.position, other.position)
    let areNames = reader.isName(.a, i) && reader.isName(.b, j)
    let areContent = areNames || reader.isContent(.a, i) && reader.isContent(.b, j)
    let weight = areContent ? 1 : articles.contains(reader.id(.a, i)) ? 0.1 : 0.6
    let mayTurn = areNames || areContent && !isVerbOnly(reader.id(.a, i), reader) && !isVerbOnly(reader.id(.b, j), reader)
    let turned = one.offset.signum() == other.offset.signum() ? 1 : mayTurn ? 0.7 : 0.25
    let distance = Double(abs(one.offset * other.offset))
    return likeness * weight * turned / (isSteep ? distance : distance.squareRoot())
  }

  /// A verb, and no noun as well unless it ends in -ed.
  func isVerbOnly(_ word: WordNumber, _ reader: PairReader) -> Bool {
    let id = reader.knowledge.lexiconID(word)
    return reader.knowledge.session.canBe(.verb, id)
      && (!reader.knowledge.session.canBe(.noun, id) || reader.knowledge.words.string(word).hasSuffix("ed"))
  }

  private func likeness(_ i: Int, _ j: Int, _ reader: PairReader) -> Double {
    let (x, y) = (reader.id(.a, i), reader.id(.b, j))
    if x == y { return 1 }
    if reader.knowledge.isStop(x) || reader.knowledge.isStop(y) { return 0 }
    if reader.match(.a, i) == j { return reader.isSubstituted(.a, i) ? 0.4 : 0.9 }
    if reader.isName(.a, i), reader.isName(.b, j) { return Double(reader.knowledge.nameSimilarity(x, y)) }
    let similarity = Double(reader.knowledge.similarity(x, y))
    return similarity >= 0.7 ? similarity : 0
  }
}
