import Foundation
import Newsprint
import Synchronization

// Every job of the library on one thread and on eight; the answers must be the same, and ThreadSanitizer must be silent.
//
// usage: Threads INPUT.jsonl ...

let inputs = Array(CommandLine.arguments.dropFirst())
guard !inputs.isEmpty else {
  FileHandle.standardError.write(Data("usage: Threads INPUT.jsonl ...\n".utf8))
  exit(2)
}

/// The articles of the inputs, for the jobs that take them in memory.
func articles() throws -> [Article] {
  struct Row: Decodable {
    var text: String
    var title: String?
  }
  return try inputs.flatMap { path in
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").enumerated().map { line, json in
      let row = try JSONDecoder().decode(Row.self, from: Data(json.utf8))
      return Article(id: "\(path):\(line + 1)", text: row.text, title: row.title)
    }
  }
}

/// What all jobs say on so many threads, in words.
func answers(threads: Int, of articles: [Article]) throws -> [String] {
  var options = Options()
  options.threads = threads
  options.roles = .full
  options.changedCopies = .say
  // So little that keys are sorted on the disk.
  options.memory = 1 << 20
  let detector = try Detector(options)
  let steps = Mutex(0)
  let count: @Sendable (Newsprint.Progress) -> Void = { _ in steps.withLock { $0 += 1 } }
  var said: [String] = []
  for level in [DedupeLevel.identical, .copy, .story] {
    let result = try detector.duplicates(in: inputs, level: level, progress: count)
    said += result.dropped.map { "\(level) \($0)" }
  }
  said += try detector.stories(in: inputs, progress: count).memberships.map { "\($0)" }
  said += try detector.flags(articles, progress: count).map { "\($0)" }
  let neighbours = zip(articles, articles.dropFirst())
  let pairs = neighbours.map { (a: $0, b: $1) } + zip(articles, articles.reversed()).map { (a: $0, b: $1) }
  said += try detector.compare(pairs).map { "\($0.relation) \($0.findings)" }
  return said
}

/// Comparisons asked of one detector from many threads at once.
func shared(_ articles: [Article]) throws -> [String] {
  let detector = try Detector()
  let results = Mutex([String](repeating: "", count: articles.count))
  DispatchQueue.concurrentPerform(iterations: articles.count) { index in
    let comparison = detector.compare(articles[index], articles[(index * 7 + 3) % articles.count])
    results.withLock { $0[index] = "\(comparison.relation) \(comparison.findings)" }
  }
  return results.withLock { $0 }
}

let batch = try articles()
let alone = try answers(threads: 1, of: batch)
for round in 1...3 {
  guard try answers(threads: 8, of: batch) == alone else {
    print("round \(round): eight threads say something else than one")
    exit(1)
  }
}
guard try shared(batch) == shared(batch) else {
  print("comparisons asked at once differ")
  exit(1)
}
print("\(batch.count) articles, \(alone.count) answers, the same on one thread and on eight")
