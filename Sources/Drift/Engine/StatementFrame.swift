import Alignment
import Articles
import Text

/// How surely the words round a change make one statement in both articles.
///
/// The aligner of sentences takes two passages for each other when they share enough words; in a follow-up or a rewrite those may
/// say different things of the same people. A change means something only where its surroundings were kept: of the words of open
/// class within ``FrameTuning/reach`` words of it on either side, the share that has a counterpart near the change's place in the
/// other passage, nearer words counting more. Single sentences that were given as versions of each other need no such proof.
///
/// Properties: 0 to 1, symmetric, 1 for passages alike but for the change. Complexity: O(reach).
struct StatementFrame {
  private let pair: SentencePair
  private let knowledge: WordKnowledge
  private let tuning = DriftTuning.standard.frame

  init(_ pair: SentencePair, knowledge: WordKnowledge) {
    self.pair = pair
    self.knowledge = knowledge
  }

  /// The probability that both passages state the same round the change, from the share of kept words.
  func sameness(a: Range<Int>?, b: Range<Int>?) -> Double {
    let free = min(1, tuning.freeBase + tuning.freeSlope * pair.closeness)
    guard let share = share(a, b) else { return free }
    let slope = (share - tuning.leastShare) / (tuning.sureShare - tuning.leastShare)
    return free * (tuning.leastSameness + (1 - tuning.leastSameness) * min(1, max(0, slope)))
  }

  /// The share of kept words; nil where there are too few words to tell.
  func share(_ a: Range<Int>?, _ b: Range<Int>?) -> Double? {
    guard let placeA = a ?? b.map({ image(of: $0, from: .b) }), let placeB = b ?? a.map({ image(of: $0, from: .a) }) else {
      return nil
    }
    var kept = 0.0
    var all = 0.0
    count(pair.a, placeA, window(placeB, pair.b), match: { pair.isSubstitution(a: $0) ? nil : pair.match(a: $0) }, &kept, &all)
    count(
      pair.b, placeB, window(placeA, pair.a),
      match: { position in pair.match(b: position).flatMap { pair.isSubstitution(a: $0) ? nil : $0 } }, &kept, &all)
    return all >= tuning.leastWords ? kept / all : nil
  }

  private func window(_ place: Range<Int>, _ side: SentenceSide) -> Range<Int> {
    max(0, place.lowerBound - tuning.reach - tuning.slack)..<min(side.count, place.upperBound + tuning.reach + tuning.slack)
  }

  private func count(
    _ side: SentenceSide, _ place: Range<Int>, _ target: Range<Int>, match: (Int) -> Int?, _ kept: inout Double,
    _ all: inout Double
  ) {
    let low = max(0, place.lowerBound - tuning.reach)
    let high = min(side.count, place.upperBound + tuning.reach)
    for position in low..<max(low, high) where !place.contains(position) {
      guard !knowledge.isStop(side.ids[position]) || side.shape(position).contains(.name) else { continue }
      let distance = position < place.lowerBound ? place.lowerBound - position : position - place.upperBound + 1
      let weight = 1 / (1 + Double(distance) / tuning.half)
      all += weight
      if let image = match(position), target.contains(image) { kept += weight }
    }
  }

  /// Where a passage that the other side lacks would stand: an empty range behind the image of the nearest aligned word before
  /// it.
  private func image(of range: Range<Int>, from side: Side) -> Range<Int> {
    for position in (0..<range.lowerBound).reversed() {
      if let other = side == .a ? pair.match(a: position) : pair.match(b: position) { return other + 1..<other + 1 }
    }
    return 0..<0
  }
}
