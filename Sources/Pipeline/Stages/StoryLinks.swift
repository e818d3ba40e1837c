internal import Stories
internal import Tables

/// The verified links inside stories, looked up by pair.
struct StoryLinks: Sendable {
  private let pairs: [UInt64]
  private let similarities: [Float]

  init(_ edges: [StoryEdge], stories: [UInt32]) {
    let inside = edges.filter { $0.verdict == .story && !$0.drawsOn && stories[Int($0.first)] == stories[Int($0.second)] }
      .map { (UInt64(pair: $0.first, $0.second), $0.similarity) }
      .sorted { $0.0 < $1.0 }
    pairs = inside.map(\.0)
    similarities = inside.map(\.1)
  }

  /// The similarity of two places that were verified, 0 when they were not.
  func similarity(_ a: UInt32, _ b: UInt32) -> Float {
    if a == b { return 1 }
    let key = UInt64(unordered: a, b)
    let low = pairs.partitioningIndex { $0 >= key }
    return low < pairs.count && pairs[low] == key ? similarities[low] : 0
  }

  /// The least, over the places, of a place's best link to another of them; 1 when there is one place only.
  func weakest(_ places: [UInt32]) -> Float {
    let distinct = Set(places).sorted()
    guard distinct.count > 1 else { return 1 }
    var weakest: Float = 1
    for place in distinct {
      var best: Float = 0
      for other in distinct where other != place { best = max(best, similarity(place, other)) }
      weakest = min(weakest, best)
    }
    return weakest
  }
}
