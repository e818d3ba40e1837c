internal import ArgumentParser
internal import Newsprint
internal import Pipeline
internal import Input
internal import Output

/// Time since a command began.
struct Stopwatch: Sendable {
  private let start = ContinuousClock.now

  /// Since the beginning.
  var seconds: Double { (ContinuousClock.now - start).seconds }

  /// Such as `Read 100,000 articles, 191.0 MB of text, in 1.2 s (159.2 MB/s, peak memory 240.1 MB).`.
  func summary(articles: Int, bytes: Int) -> String {
    let seconds = seconds
    let rate = bytes >= 1_000_000 && seconds > 0 ? "\(Decimals.bytes(Int(Double(bytes) / seconds)))/s, " : ""
    let memory = Terminal.peakMemory.map { "peak memory \(Decimals.bytes($0))" } ?? ""
    return """
      Read \(Decimals.grouped(articles)) articles, \(Decimals.bytes(bytes)) of text, in \(Decimals.fixed(seconds, digits: 1)) s \
      (\(rate)\(memory)).
      """
  }
}

extension Console {
  /// Names what was skipped and says how much was read.
  ///
  /// - Returns: how many records were skipped.
  func finish(_ clusters: Clustering, _ watch: Stopwatch) -> Int {
    finish(clusters.result.batch.corpus, clusters.result.batch.store.names, watch)
  }

  /// Names what was skipped and says how much was read.
  ///
  /// - Returns: how many records were skipped.
  func finish(_ corpus: Corpus, _ names: InputNames, _ watch: Stopwatch) -> Int {
    let skipped = corpus.skippedRecords(names)
    report(skipped: skipped)
    report(warnings: corpus.warnings)
    note(watch.summary(articles: corpus.active.count, bytes: corpus.textBytes))
    return skipped.count
  }

  /// Names what was skipped and says how much was read.
  func finish(_ summary: ArticleStream.Summary, _ watch: Stopwatch) {
    report(skipped: summary.skipped)
    report(warnings: summary.warnings)
    note(watch.summary(articles: summary.articles, bytes: summary.textBytes))
  }
}

/// The exit status of a command that came to its end.
enum ExitStatus {
  /// - Throws: status 1 when records were skipped.
  static func check(skipped: Int, _ console: Console) throws {
    guard skipped > 0 else { return }
    console.note("Skipped \(Decimals.grouped(skipped)) \(skipped == 1 ? "record" : "records"), named above.")
    throw ExitCode(1)
  }
}
