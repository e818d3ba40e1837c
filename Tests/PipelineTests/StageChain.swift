import Articles
import Input
import Output
import Reports
import Synchronization
import TestSupport

@testable import Pipeline

/// The chain of stages as an engine of several machines would drive it: every step over parts, with files of rows between.
struct StageChain {
  private let folder: Folder
  private let steps: StageSteps
  private let articles: [GlobalNumber: [UInt8]]
  /// Parts of each step.
  private let parts: Int
  private var generator: SeededGenerator

  init(_ input: String, parts: Int, seed: Int, options: BatchOptions = BatchOptions()) throws {
    folder = try Folder()
    let context = RunContext(threads: 2)
    steps = StageSteps(options: options, context: context)
    self.parts = parts
    generator = SeededGenerator(seed)
    let lines = Mutex<[String]>([])
    _ = try ArticleRows(options: options, context: context).run(inputs: .paths([input]), first: 7) { writer in
      let found = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      lines.withLock { $0 += found }
    }
    articles = Dictionary(uniqueKeysWithValues: lines.withLock { $0 }.enumerated().map { (GlobalNumber($0 + 7), Array($1.utf8)) })
  }

  // MARK: Rows

  /// Rows of several kinds, written in any order and read again.
  private mutating func rows(
    _ statistics: [CorpusStatistics] = [], articles: [GlobalNumber] = [], _ more: [any StageRow] = []
  ) throws -> StageRows {
    enum Piece {
      case statistics(CorpusStatistics)
      case article(GlobalNumber)
      case row(any StageRow)
    }
    var pieces = statistics.map(Piece.statistics) + articles.map(Piece.article) + more.map(Piece.row)
    pieces.shuffle(using: &generator)
    var bytes: [UInt8] = []
    var writer = JSONWriter()
    for piece in pieces {
      switch piece {
      case .statistics(let part): part.append(to: &writer)
      case .row(let row): row.append(to: &writer)
      case .article(let number):
        guard let line = self.articles[number] else { continue }
        bytes += writer.bytes
        writer = JSONWriter()
        bytes += line
        bytes.append(0x0A)
      }
    }
    bytes += writer.bytes
    return try StageRows([folder.file("rows-\(generator.next()).jsonl", bytes)])
  }

  /// What `step` gives for each part of `elements`; equal keys are in one part, in any where there is no key.
  private mutating func inParts<Element, Result>(
    _ elements: [Element], by key: ((Element) -> AnyHashable)? = nil, _ step: (inout Self, [Element]) throws -> [Result]
  ) throws -> [Result] {
    var pieces = [[Element]](repeating: [], count: parts)
    var places: [AnyHashable: Int] = [:]
    for element in elements {
      var place = generator.below(parts)
      if let key = key?(element) {
        place = places[key] ?? place
        places[key] = place
      }
      pieces[place].append(element)
    }
    var results: [Result] = []
    for piece in pieces where !piece.isEmpty { results += try step(&self, piece) }
    return results
  }

  private mutating func merged(_ parts: [CorpusStatistics], copies: [CopyRow] = [], finish: Bool = false) throws
    -> CorpusStatistics
  {
    var result = try rows(parts, copies).statistics
    if finish { try result.finish(copies: copies) }
    return result
  }

  // MARK: Copies

  private mutating func keys(_ statistics: CorpusStatistics) throws -> (kept: [KeyRow], identical: [IdenticalRow]) {
    let keys = try inParts(articles.keys.sorted()) { chain, part in
      try chain.steps.copyKeys(chain.rows([statistics], articles: part))
    }
    let found = try inParts(keys, by: { $0.order.content }) { chain, part in
      [chain.steps.collapseIdentical(try chain.rows([statistics], part))]
    }
    return (found.flatMap(\.kept), found.flatMap(\.identical))
  }

  private mutating func candidates(
    _ subject: CandidateSubject, _ keys: [KeyRow], _ statistics: CorpusStatistics, verified: [VerifiedRow] = []
  ) throws -> [PairRow] {
    let exploded = keys.flatMap { row in
      row.keys.map { key in
        var row = row
        row.keys = [key]
        return row
      }
    }
    // Rows of many pairs each go by parts, rows of one pair by the later article or by components.
    if subject != .passages, generator.below(2) == 0 {
      let blocks = try inParts(exploded, by: { $0.keys[0] }) { chain, part in
        chain.steps.shared(subject, try chain.rows([statistics], part)).rows(parts: chain.parts + 1)
      }
      return try decided(subject, blocks, by: { $0.part }, statistics)
    }
    let shared = try inParts(exploded, by: { $0.keys[0] }) { chain, part in
      chain.steps.shared(subject, try chain.rows([statistics], part)).rows
    }
    if subject == .passages {
      let all = try rows([statistics], shared as [any StageRow] + verified)
      return steps.candidates(subject, steps.given(all), all)
    }
    return try decided(subject, shared, by: { $0.b }, statistics)
  }

  /// The candidates among rows of what parts of the keys gave; those of one place are together.
  private mutating func decided<Row: StageRow>(
    _ subject: CandidateSubject, _ shared: [Row], by place: @escaping (Row) -> AnyHashable, _ statistics: CorpusStatistics
  ) throws -> [PairRow] {
    try inParts(shared, by: place) { chain, part in
      let all = try chain.rows([statistics], part)
      return chain.steps.candidates(subject, chain.steps.given(all), all)
    }
  }

  /// The numbers that hang together, as the smallest of each component.
  private func components(_ links: [(GlobalNumber, GlobalNumber)]) -> (GlobalNumber) -> GlobalNumber {
    var parent: [GlobalNumber: GlobalNumber] = [:]
    func root(_ number: GlobalNumber) -> GlobalNumber {
      var number = number
      while let next = parent[number], next != number { number = next }
      return number
    }
    for (a, b) in links {
      let (first, second) = (root(a), root(b))
      parent[max(first, second)] = min(first, second)
    }
    return { [parent] number in
      var number = number
      while let next = parent[number], next != number { number = next }
      return number
    }
  }

  private mutating func verify(
    _ pairs: [PairRow], _ identical: [IdenticalRow], _ statistics: CorpusStatistics, verified: [VerifiedRow] = [],
    conditions: [ConditionRow] = []
  ) throws -> [CopyFindings] {
    let root = components(pairs.map { ($0.a, $0.b) } + identical.map { ($0.n, $0.of) })
    return try inParts(articles.keys.sorted(), by: { root($0) }) { chain, part in
      let own = Set(part)
      let more: [any StageRow] =
        pairs.filter { own.contains($0.a) } + verified.filter { own.contains($0.a) }
        + conditions.filter { own.contains($0.n) }
      return [try chain.steps.verifyCopies(chain.rows([statistics], articles: part, more))]
    }
  }

  /// The copies, as `dedupe` or `cluster` finds them, and the statistics with what they told.
  private mutating func copies(seeksPassages: Bool) throws -> (copies: [CopyRow], statistics: CorpusStatistics) {
    let counted = try inParts(articles.keys.sorted()) { chain, part in
      [try chain.steps.collect(chain.rows(articles: part))]
    }
    let statistics = try merged(counted, finish: true)
    let (kept, identical) = try keys(statistics)
    let pairs = try candidates(.copies, kept, statistics)
    var found = try verify(pairs, identical, statistics)
    if seeksPassages {
      let gone = Set(found.flatMap(\.copies).map(\.n))
      let passages = try candidates(
        .passages, kept.filter { !gone.contains($0.n) }, statistics, verified: found.flatMap(\.verified))
      found += try inParts(passages) { chain, part in
        let own = Set(part.flatMap { [$0.a, $0.b] })
        return [try chain.steps.verifyPassages(chain.rows([statistics], articles: own.sorted(), part))]
      }
    }
    let copies = found.flatMap(\.copies)
    let second = try merged([statistics] + found.map(\.statistics), copies: copies, finish: true)
    guard second.hasPassages else { return (copies, second) }
    let again = try keys(second)
    let all = Array(Set(pairs + (try candidates(.copies, again.kept, second))))
    let last = try verify(
      all, identical + again.identical, second, verified: found.flatMap(\.verified), conditions: found.flatMap(\.conditions))
    return (last.flatMap(\.copies), second)
  }

  // MARK: Results

  /// What `dedupe --duplicates` writes, line by line.
  mutating func dropped() throws -> [String] {
    let (copies, statistics) = try copies(seeksPassages: false)
    let root = components(copies.map { ($0.n, $0.of) })
    let lines = try inParts(copies, by: { root($0.n) }) { chain, part in
      let own = Set(part.flatMap { [$0.n, $0.of] })
      let (result, numbers) = try chain.steps.drop(
        chain.rows([statistics], articles: own.sorted(), part), changes: .auto)
      let report = DroppedReport(result)
      return result.dropped.map { (numbers[Int($0.article)], String(decoding: report.line($0), as: UTF8.self)) }
    }
    return lines.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What `cluster` writes, line by line.
  mutating func clustered(_ roles: RoleEffort, flags: Bool = false) throws -> [String] {
    let (copies, second) = try copies(seeksPassages: true)
    let gone = Set(copies.map(\.n))
    let kept = articles.keys.sorted().filter { !gone.contains($0) }
    let totals = try inParts(kept) { chain, part in [try chain.steps.countDistinct(chain.rows([second], articles: part))] }
    let counted = try merged([second] + totals)
    let frequencies = try inParts(kept) { chain, part in
      [try chain.steps.countFrequencies(chain.rows([counted], articles: part))]
    }
    let third = try merged([counted] + frequencies)
    let keys = try inParts(kept) { chain, part in try chain.steps.storyKeys(chain.rows([third], articles: part)) }
    let pairs = try candidates(.stories, keys, third)
    let edges = try inParts(pairs) { chain, part in
      let own = Set(part.flatMap { [$0.a, $0.b] })
      return try chain.steps.verifyStories(chain.rows([third], articles: own.sorted(), part))
    }
    let root = components(copies.map { ($0.n, $0.of) } + edges.map { ($0.a, $0.b) })
    let lines = try inParts(articles.keys.sorted(), by: { root($0) }) { chain, part in
      let own = Set(part)
      let more: [any StageRow] = copies.filter { own.contains($0.n) } + edges.filter { own.contains($0.a) }
      let (result, numbers) = try chain.steps.solve(chain.rows([third], articles: part, more)) { options, context in
        var job = ClusterJob(options: options, roles: roles, context: context)
        job.wantsFlags = flags
        return job
      }
      let report = ClusterReport(result)
      return numbers.enumerated().map { ($1, String(decoding: report.line(UInt32($0)), as: UTF8.self)) }
    }
    return lines.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
