internal import ArgumentParser
internal import Index
internal import Output

/// `newsprint index clusters`.
struct IndexClustersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Write one line for each article: its story, event, role and parent, in the order they came.")

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
    commandName: "export", abstract: "Write the records as they came, one JSON object a line, in the order they came.")

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
    commandName: "stats", abstract: "Say how much is in the index, and what takes how much room.")

  @Argument(help: "The file of the index.")
  var index: String

  func run() throws {
    let found = try IndexFile(index).statistics()
    let each = max(1, found.articles + found.versions)
    let lines = [
      "articles  \(Decimals.grouped(found.articles)), and \(Decimals.counted(found.versions, "older version", "older versions")) of them",
      "stories   \(Decimals.grouped(found.stories)) in \(Decimals.counted(found.events, "event", "events"))",
      "scopes    \(Decimals.grouped(found.scopes))",
      "file      \(Decimals.bytes(found.fileBytes)), \(Decimals.bytes(found.fileBytes / each)) an article",
      "records   \(Decimals.bytes(found.recordBytes)), packed",
      "postings  \(Decimals.grouped(found.postings)) in \(Decimals.counted(found.segments, "segment", "segments")), "
        + "\(Decimals.bytes(found.postingBytes)), \(Decimals.bytes(found.postingBytes / each)) an article",
    ]
    let file = try AtomicFile(nil)
    try file.write(lines.joined(separator: "\n") + "\n")
    try file.commit()
  }
}
