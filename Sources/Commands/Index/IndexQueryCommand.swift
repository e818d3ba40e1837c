internal import ArgumentParser
internal import Drift
internal import Index
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Relations

/// `newsprint index query`.
struct IndexQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Say of articles what they would be in the index; nothing is stored.",
    discussion: """
      Writes one line for each article, in input order: the story and event that it belongs to (null when it is new), its role, the \
      stored version that it is nearest to (parent) with the relation to that and the serious changes, and how like the story's \
      original it is. Articles of one query do not see each other.

      EXAMPLES
        newsprint index query news.index new.jsonl
        newsprint index query news.index new.jsonl | jq -c 'select(.story != null) | [.id, .role, .parent]'
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var search: IndexSearchOptions
  @OptionGroup var drift: DriftArguments

  @Flag(help: "Do not look for changes: faster.")
  var noChanges = false

  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output, place.index], inputs: input.inputs)
    if !noChanges { console.noteLexicon() }
    var options = input.options(running)
    options.drift = drift.choice
    let setting = try IndexSetting(options, console, on: place, search)
    let comparers = try ComparerPool(Detector(options).reporting(nil).drift)
    let index = try IndexFile(place.index)
    let file = try SharedFile(output.output)
    let compare: IndexFile.Comparing = { a, b, titles in comparers.use { $0.compare(a, b, titles: titles) } }
    let summary = try index.query(
      .paths(input.inputs), options: setting.options, context: setting.context, compare: noChanges ? nil : compare,
      deliver: { answers in
        var writer = JSONWriter()
        for answer in answers { Self.append(answer, to: &writer) }
        try file.write(writer.bytes)
      })
    if console.hasResult(articles: summary.articles, skipped: summary.skipped.count, of: [output.output]) { try file.commit() }
    console.finish(summary, watch)
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }

  private static func append(_ answer: QueryAnswer, to writer: inout JSONWriter) {
    func optional(_ name: String, _ value: String?, _ writer: inout JSONWriter) {
      writer.key(name)
      if let value { writer.string(value) } else { writer.null() }
    }
    writer.object { writer in
      writer.key("changes")
      writer.array(answer.comparison?.drift.findings.filter { $0.severity > .minor } ?? []) { writer, finding in
        writer.object { writer in
          writer.key("category")
          writer.string(finding.category.rawValue)
          writer.key("message")
          writer.string(finding.message)
          writer.key("severity")
          writer.string("\(finding.severity)")
        }
      }
      optional("event", answer.event, &writer)
      writer.key("id")
      writer.verbatim(answer.identifier.span)
      optional("original", answer.original, &writer)
      optional("parent", answer.parent, &writer)
      optional("relation", answer.comparison?.relation.relation.rawValue, &writer)
      writer.key("role")
      writer.string(answer.role.rawValue)
      writer.key("similarity")
      writer.number(Double(answer.similarity))
      optional("story", answer.story, &writer)
    }
    writer.newline()
  }
}
