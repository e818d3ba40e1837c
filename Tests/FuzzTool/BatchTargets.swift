import Articles
import Drift
import Files
import Input
import Output
import Pipeline
import Reports

/// Whole batches, from records to outputs.
enum BatchTargets {
  /// Every article is kept, dropped or named, with whatever level, and has one line of `cluster`.
  static func batch(_ bytes: [UInt8]) throws {
    var options = BatchOptions()
    options.reading.chunkBytes = 1000
    let clusters = try ClusterJob(options: options, roles: .fast, context: RunContext(threads: 1)).run(
      inputs: .memory(bytes, name: "batch.jsonl"))
    let corpus = clusters.batch.corpus
    guard corpus.active.count + corpus.repeatedIDs.count == corpus.table.count else {
      throw BrokenPromise("articles are missing")
    }
    let file = try AtomicFile(Scratch.path("out.html"))
    try ClusterReport(clusters).write(to: file)
    try file.commit()
    let lines = try WholeFile.read(Scratch.path("out.html")).split(separator: 0x0A)
    guard lines.count == corpus.active.count else { throw BrokenPromise("\(corpus.active.count) articles, \(lines.count) lines") }
    for line in lines { try Promises.check(line: Array(line)) }
    let deduplication = try DedupeJob(options: options, context: RunContext(threads: 1)).run(
      inputs: .memory(bytes, name: "batch.jsonl"))
    guard deduplication.kept.count + deduplication.dropped.count == corpus.active.count else {
      throw BrokenPromise(
        "\(corpus.active.count) articles, \(deduplication.kept.count) kept, \(deduplication.dropped.count) dropped")
    }
  }

  /// A report shows every article, and its data are JSON.
  static func report(_ bytes: [UInt8]) throws {
    let path = try Scratch.write(bytes, "batch.jsonl")
    let context = RunContext(threads: 1)
    let job = ReportJob(options: BatchOptions(), drift: DriftOptions(), context: context)
    let result = try job.run(inputs: [path], run: ReportRun(version: "0"))
    let active = result.clusters.batch.corpus.active.count
    guard result.model.articles.count == active else {
      throw BrokenPromise("\(active) articles, \(result.model.articles.count) shown")
    }
    for format in ReportFormat.allCases {
      _ = try ReportWriter(result.model, format: format, context: context).write(to: Scratch.path("out.html"))
      guard format == .json else { continue }
      try Promises.check(object: try WholeFile.read(Scratch.path("out.html")))
    }
  }
}
