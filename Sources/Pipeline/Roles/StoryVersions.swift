internal import Relations

/// The distinct texts of a story, ascending by content, each with the articles that print it.
struct StoryVersions {
  private let groups: [[UInt32]]
  private let places: [UInt32: Int]
  private let table: ArticleTable
  private let times: [Int64]
  private let texts: [UInt32: ReadArticle]
  /// What was measured: the choice of the original and the tree ask for the same pairs.
  private var known: [Pair: CopyOverlap] = [:]

  init(_ members: [UInt32], table: ArticleTable, times: StoryTimes, texts: [UInt32: ReadArticle]) {
    self.table = table
    self.texts = texts
    let order = members.sorted { a, b in
      let contents = (table.contents[Int(a)], table.contents[Int(b)])
      return contents.0 == contents.1 ? table.isPreferred(Int(a), to: Int(b), .original) : contents.0 < contents.1
    }
    var groups: [[UInt32]] = []
    var places: [UInt32: Int] = [:]
    for article in order {
      if let last = groups.last?[0], table.contents[Int(last)] == table.contents[Int(article)] {
        groups[groups.count - 1].append(article)
      } else {
        groups.append([article])
      }
      places[article] = groups.count - 1
    }
    self.groups = groups
    self.places = places
    self.times = groups.map { times[$0[0]] }
  }

  var count: Int { groups.count }
  func place(of article: UInt32) -> Int? { places[article] }
  /// The earliest article with the text of a place.
  func first(_ place: Int) -> UInt32 { groups[place][0] }
  func members(_ place: Int) -> [UInt32] { groups[place] }

  private func version(_ place: Int) -> ReadArticle.Version? { texts[first(place)]?.version }

  /// Which version comes from which.
  mutating func tree(root: Int, _ comparer: inout VersionComparer) -> VersionTree {
    let sketches = groups.indices.map { version($0)?.measured.sketch(TreeTuning.sketch) ?? [] }
    let neighbours = VersionTree.neighbours(sketches)
    // A story of two needs no measure.
    guard groups.count > 2 else {
      return VersionTree(times: times, root: root, neighbours: neighbours) { _, _ in 0 }
    }
    for place in groups.indices {
      for other in neighbours[place] + [root] where other != place {
        _ = overlap(place, other, &comparer)
      }
    }
    return VersionTree(times: times, root: root, neighbours: neighbours) { [known] source, version in
      guard let overlap = known[Pair(min(source, version), max(source, version))] else { return 0 }
      return (source < version ? overlap.ofB : overlap.ofA) + TreeTuning.resemblance * overlap.resemblance
    }
  }

  /// How much the first place has of the second, and the reverse; nil for an article without text.
  mutating func overlap(_ a: Int, _ b: Int, _ comparer: inout VersionComparer) -> CopyOverlap? {
    let pair = Pair(min(a, b), max(a, b))
    if known[pair] == nil, let first = version(pair.first), let second = version(pair.second) {
      known[pair] = comparer.overlap(first, second)
    }
    return a < b ? known[pair] : known[pair]?.reversed
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// Compares the texts for a choice that dates leave open.
  mutating func compareAll(_ choice: inout OriginalChoice, _ comparer: inout VersionComparer) {
    guard (2...ChoiceTuning.mostCompared).contains(groups.count) else { return }
    var comparisons = [OriginalChoice.Comparison](repeating: OriginalChoice.Comparison(), count: groups.count)
    var isReworded = false
    var nearness = [Float](repeating: 0, count: groups.count)
    var printed = [Bool](repeating: false, count: groups.count)
    for a in groups.indices {
      for b in groups.indices where b > a {
        guard let first = version(a), let second = version(b), let overlap = overlap(a, b, &comparer) else { continue }
        Self.take(overlap, of: first, in: second, into: &comparisons[a])
        Self.take(overlap.reversed, of: second, in: first, into: &comparisons[b])
        if max(overlap.ofA, overlap.ofB) < ChoiceTuning.rewordedOverlap { isReworded = true }
        nearness[a] += max(overlap.ofA, overlap.ofB)
        nearness[b] += max(overlap.ofA, overlap.ofB)
        guard isOtherSite(a, b) else { continue }
        if max(overlap.ofA, overlap.ofB) >= ChoiceTuning.printedOverlap {
          printed[a] = true
          printed[b] = true
        }
      }
    }
    let degrees = isReworded ? groups.indices.map { place in texts[first(place)].map { comparer.ownSigns($0) } ?? 0 } : []
    let (least, most) = (degrees.min() ?? 0, degrees.max() ?? 0)
    let others = Float(groups.count - 1)
    let mean = nearness.reduce(0, +) / Float(groups.count)
    let isCentreKnown = groups.count >= 3 && mean > 0 && nearness.allSatisfy { $0 < ChoiceTuning.rewordedOverlap * others }
    for place in groups.indices {
      comparisons[place].ofOthers /= others
      comparisons[place].inOthers /= others
      if isCentreKnown { comparisons[place].centrality = nearness[place] / mean - 1 }
      comparisons[place].isPrintedByOthers = isReworded && printed[place]
      if most - least >= ChoiceTuning.leastMachine { comparisons[place].machine = degrees[place] - least }
      for member in groups[place] {
        choice.add(member, comparisons[place], mostMachine: most - least >= ChoiceTuning.leastMachine ? most - least : 0)
      }
    }
  }

  private static func take(
    _ overlap: CopyOverlap, of own: ReadArticle.Version, in other: ReadArticle.Version,
    into comparison: inout OriginalChoice.Comparison
  ) {
    comparison.inOthers += overlap.ofA
    comparison.ofOthers += overlap.ofB
    let isShorter = Float(own.condition.words) < ChoiceTuning.partLength * Float(other.condition.words)
    if isShorter, overlap.ofA >= ChoiceTuning.partOverlap { comparison.isPart = true }
  }

  private func isOtherSite(_ a: Int, _ b: Int) -> Bool {
    let sites = (table.sites[Int(first(a))], table.sites[Int(first(b))])
    return sites.0 == 0 || sites.1 == 0 || sites.0 != sites.1
  }
}

/// Which version each version of a story comes from: the nearest that can have come before it.
///
/// The original is the root. The others follow by date, those of unknown date last; of one date, the one nearest to the tree
/// comes next. Each hangs on the version that has most of its words, and on the original where no other has clearly more. Small
/// stories are compared pair by pair; in large ones a version is held against those that share the most of its smallest shingle
/// hashes, so that the work grows with the versions and not with their square.
struct VersionTree {
  /// Parent of each place; the root's own place for the root.
  private(set) var parents: [Int]
  /// Places in the order in which they joined the tree: parents before children.
  private(set) var order: [Int]

  /// - Parameters:
  ///   - times: Publication of each version, `Int64.max` when unknown.
  ///   - root: Place of the original.
  ///   - neighbours: Places that a version may hang on beside the root.
  ///   - nearness: How near the second version is to the first as its source, 0...1.5.
  init(times: [Int64], root: Int, neighbours: [[Int]], nearness: (Int, Int) -> Float) {
    parents = [Int](repeating: root, count: times.count)
    order = [root]
    var isPlaced = [Bool](repeating: false, count: times.count)
    isPlaced[root] = true
    var best = [Float](repeating: 0, count: times.count)
    let groups = Dictionary(grouping: times.indices.filter { $0 != root }) { times[$0] }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      for version in group {
        best[version] = nearness(root, version) + TreeTuning.rootLead
        for other in neighbours[version] where isPlaced[other] && other != root {
          Self.offer(other, to: version, nearness(other, version), &best, &parents)
        }
      }
      var waiting = group
      while !waiting.isEmpty {
        // The first of equals: places are in the order of content.
        let next = waiting.indices.max { (best[waiting[$0]], -waiting[$0]) < (best[waiting[$1]], -waiting[$1]) } ?? 0
        let placed = waiting.remove(at: next)
        isPlaced[placed] = true
        order.append(placed)
        for version in neighbours[placed] where !isPlaced[version] && times[version] == times[placed] {
          Self.offer(placed, to: version, nearness(placed, version), &best, &parents)
        }
      }
    }
  }

  private static func offer(_ source: Int, to version: Int, _ nearness: Float, _ best: inout [Float], _ parents: inout [Int]) {
    guard nearness >= TreeTuning.leastNearness else { return }
    if nearness > best[version] || (nearness == best[version] && source < parents[version]) {
      best[version] = nearness
      parents[version] = source
    }
  }

  /// The places that each version may hang on, symmetric: all others in a small story, else those with most sketch hashes in
  /// common.
  static func neighbours(_ sketches: [[UInt64]]) -> [[Int]] {
    guard sketches.count > TreeTuning.mostCompared else {
      return sketches.indices.map { place in sketches.indices.filter { $0 != place } }
    }
    var holders: [UInt64: [Int]] = [:]
    for (place, sketch) in sketches.enumerated() {
      for hash in sketch where (holders[hash]?.count ?? 0) < TreeTuning.mostHolders { holders[hash, default: []].append(place) }
    }
    var found = [Set<Int>](repeating: [], count: sketches.count)
    for (place, sketch) in sketches.enumerated() {
      var shared: [Int: Int] = [:]
      for hash in sketch {
        for other in holders[hash] ?? [] where other != place { shared[other, default: 0] += 1 }
      }
      for (other, _) in shared.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(TreeTuning.mostNeighbours) {
        found[place].insert(other)
        found[other].insert(place)
      }
    }
    return found.map { $0.sorted() }
  }
}
