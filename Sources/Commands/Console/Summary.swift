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
      Read \(Decimals.counted(articles, "article", "articles")), \(Decimals.bytes(bytes)) of text, in \(Decimals.fixed(seconds, digits: 1)) s \
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

extension Console {
  /// Whether there is something to write: not when nothing could be read at all, which is a failure, and leaves no output file.
  ///
  /// A batch that is empty has an empty result.
  func hasResult(articles: Int, skipped: Int, of outputs: [String?]) -> Bool {
    if articles > 0 || skipped == 0 { return true }
    let files = outputs.compactMap(\.self).filter { $0 != "-" }
    if !files.isEmpty {
      note("No article could be read, so \(files.joined(separator: " and ")) \(files.count == 1 ? "was" : "were") not written.")
    }
    return false
  }

  func hasResult(_ corpus: Corpus, of outputs: [String?]) -> Bool {
    hasResult(articles: corpus.active.count, skipped: corpus.skipped.count + corpus.repeatedIDs.count, of: outputs)
  }
}

/// The exit status of a command that came to its end.
enum ExitStatus {
  /// What a command ends with that has read no article.
  static func nothingRead(_ skipped: Int, _ console: Console) -> any Error {
    do { try check(skipped: skipped, console) } catch { return error }
    return ExitCode(1)
  }

  /// - Throws: status 1 when records were skipped.
  static func check(skipped: Int, _ console: Console) throws {
    guard skipped > 0 else { return }
    console.note("Skipped \(Decimals.counted(skipped, "record", "records")), named above.")
    throw ExitCode(1)
  }
}
