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
    report(skipped: skipped, read: corpus.active.count)
    report(warnings: corpus.warnings)
    note(watch.summary(articles: corpus.active.count, bytes: corpus.textBytes))
    return skipped.count
  }

  /// Names what was skipped and says how much was read.
  func finish(_ summary: ArticleStream.Summary, _ watch: Stopwatch) {
    report(skipped: summary.skipped, read: summary.articles)
    report(warnings: summary.warnings)
    note(watch.summary(articles: summary.articles, bytes: summary.textBytes))
  }
}

extension Console {
  /// Says how many records were skipped, and how many of them were named.
  func count(skipped: Int) {
    let named = level == .verbose ? skipped : min(skipped, Self.messageLimit)
    let records = Decimals.counted(skipped, "record", "records")
    note(
      named == skipped ? "Skipped \(records), named above." : "Skipped \(records); \(named) are named above, --verbose names all."
    )
  }
}

extension Corpus {
  /// Whether there is something to write: a batch that is empty has an empty result, one of which nothing could be read has none.
  var hasResult: Bool { !active.isEmpty || skipped.isEmpty && repeatedIDs.isEmpty }
}

extension ArticleStream.Summary {
  /// Whether there is something to write, see ``Corpus/hasResult``.
  var hasResult: Bool { articles > 0 || skipped.isEmpty }
}

/// Of all that was to be read nothing could be: the command has failed, and leaves its outputs as they were.
struct NothingRead: Error, CustomStringConvertible {
  var outputs: [String?]

  var description: String {
    let files = outputs.compactMap(\.self).filter { $0 != "-" }
    let what = files.isEmpty ? "" : ", so \(files.joined(separator: " and ")) \(files.count == 1 ? "was" : "were") not written"
    return "no article could be read\(what)."
  }
}

/// The exit status of a command that came to its end.
enum ExitStatus {
  /// - Throws: status 1 when records were skipped.
  static func check(skipped: Int, _ console: Console) throws {
    guard skipped > 0 else { return }
    console.count(skipped: skipped)
    throw ExitCode(1)
  }
}
