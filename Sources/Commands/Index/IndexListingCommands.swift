internal import ArgumentParser
internal import Files
internal import Index
internal import Input
internal import Newsprint
internal import Output

/// `newsprint index clusters`.
struct IndexClustersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Write one line for each article: its story, event, role and parent.",
    discussion: """
      The lines are those of newsprint cluster, in the order in which the articles came; an article that has a newer version is \
      "superseded".

      EXAMPLES
        newsprint index clusters news.index -o clusters.jsonl
        newsprint index clusters news.index |
          jq -r 'select(.size > 5) | .cluster' | sort -u
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    try OutputGuard.check(outputs: [output.output], inputs: [place.index])
    let index = try IndexFile(place.index)
    let file = try AtomicFile(output.output)
    try index.writeClusters(to: file, scope: place.scope)
    try file.commit()
  }
}

/// `newsprint index export`.
struct IndexExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the records as they came, one JSON object a line.",
    discussion: """
      In the order in which they came; lines of JSON byte for byte, rows of tables and other files as JSON objects.

      EXAMPLES
        newsprint index export news.index -o all.jsonl
        newsprint index export news.index --versions |
          newsprint index add copy.index -
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var output: OutputOptions

  @Flag(help: "Older versions of an article too.")
  var versions = false

  func run() throws {
    try OutputGuard.check(outputs: [output.output], inputs: [place.index])
    let index = try IndexFile(place.index)
    let file = try AtomicFile(output.output)
    try index.export(to: file, scope: place.scope, versions: versions)
    try file.commit()
  }
}

/// `newsprint index stats`.
struct IndexStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say how much is in the index, and what takes how much room.",
    discussion: """
      EXAMPLES
        newsprint index stats news.index
        newsprint index stats news.index --json | jq .articles
      """)

  @Argument(help: "The file of the index.")
  var index: String

  @Flag(help: "As one JSON object, sizes in bytes.")
  var json = false

  func run() throws {
    let found = try IndexFile(index).statistics()
    let file = try AtomicFile(nil)
    if json { try file.write(Self.json(found).bytes.span) } else { try file.write(Self.text(found)) }
    try file.commit()
  }

  private static func json(_ found: IndexStatistics) -> JSONWriter {
    let fields = [
      ("articles", found.articles), ("events", found.events), ("file_bytes", found.fileBytes), ("free_bytes", found.freeBytes),
      ("pending", found.pending), ("posting_bytes", found.postingBytes), ("postings", found.postings),
      ("record_bytes", found.recordBytes),
      ("scopes", found.scopes), ("segments", found.segments), ("sketch_version", IndexFile.sketchVersion),
      ("stories", found.stories), ("versions", found.versions),
    ]
    var writer = JSONWriter()
    writer.object { writer in
      for (name, value) in fields {
        writer.key(name)
        writer.integer(value)
      }
    }
    writer.newline()
    return writer
  }

  private static func text(_ found: IndexStatistics) -> String {
    let each = max(1, found.articles + found.versions)
    func size(_ bytes: Int) -> String { "\(Decimals.bytes(bytes)), \(Decimals.bytes(bytes / each)) an article" }
    return """
      articles  \(Decimals.grouped(found.articles)), and \(Decimals.counted(found.versions, "older version", "older versions")) of them
      stories   \(Decimals.grouped(found.stories)) in \(Decimals.counted(found.events, "event", "events"))
      pending   \(Decimals.counted(found.pending, "article has", "articles have")) no story yet
      scopes    \(Decimals.grouped(found.scopes))
      file      \(size(found.fileBytes))
      records   \(size(found.recordBytes)), packed
      postings  \(size(found.postingBytes)): \(Decimals.grouped(found.postings)) in \
      \(Decimals.counted(found.segments, "segment", "segments"))
      free      \(Decimals.bytes(found.freeBytes)), for the next articles

      """
  }
}

/// `newsprint index report`.
struct IndexReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report on what is stored, to read in a browser.",
    discussion: """
      The report of newsprint report over the newest versions of the articles: they are clustered anew, as "refresh" does it, and \
      every version is compared with the one it comes from. The index does not change.

      EXAMPLES
        newsprint index report news.index -o report.html
        newsprint index report news.index --format csv -o versions.csv
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var report: ReportArguments
  @OptionGroup(title: "Drift options") var drift: DriftArguments
  @OptionGroup(title: "Running options") var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [report.target], inputs: [place.index])
    var options = Options()
    options.threads = running.threads
    options.drift = drift.choice
    options.longestRecord = ReadingOptions.largestRecord
    let articles = try IndexFile(place.index).articles(scope: place.scope)
    try report.write(articles, called: [Visible.text(place.index)], options, drift, console, watch)
  }
}
