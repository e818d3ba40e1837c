internal import FoundationEssentials
internal import Text

/// Counts in how many texts each stem and each pair of neighbouring words occurs: how the reference table that ships with the
/// program was made (`newsprint frequencies`).
package struct FrequencyTable: ~Copyable {
  private var stems: [[UInt8]: Int] = [:]
  private var pairs: [[UInt8]: Int] = [:]
  private var articles = 0
  private var scanner = WordScanner()
  private var words = WordStream()
  private let stemmer = Stemmer()

  package init() {}

  /// Adds one text; `bytes` needs 64 bytes of padding after `range`.
  package mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    scanner.scan(bytes, range, into: &words)
    articles += 1
    var stemsHere: Set<[UInt8]> = []
    var pairsHere: Set<[UInt8]> = []
    var previous: [UInt8] = []
    for index in 0..<words.count {
      let word = scanner.folding(
        bytes, range.lowerBound + Int(words.starts[index])..<range.lowerBound + Int(words.ends[index]))
      let isStop = StopWords.standard.contains(words.hashes[index])
      let stem = isStop ? word : stemmer.stem(of: word)
      if !isStop { stemsHere.insert(stem) }
      if !previous.isEmpty { pairsHere.insert(previous + [0x20] + stem) }
      previous = stem
    }
    for stem in stemsHere { stems[stem, default: 0] += 1 }
    for pair in pairsHere { pairs[pair, default: 0] += 1 }
  }

  /// The table's lines: how many texts, then stems and pairs that occur often enough, in byte order.
  package func lines(stemsFrom leastStem: Int, pairsFrom leastPair: Int) -> [String] {
    func rows(_ counts: [[UInt8]: Int], _ least: Int) -> [String] {
      counts.filter { $0.value >= least && !$0.key.contains(9) }
        .map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
        .sorted { $0.0 < $1.0 }
        .map { "\($0.0)\t\($0.1)" }
    }
    return ["=\t\(articles)"] + rows(stems, leastStem) + rows(pairs, leastPair)
  }
}
