internal import ArgumentParser
internal import Newsprint

/// What to read, and under which names its fields are found: the same for every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders of articles, or - for standard input.",
      discussion:
        "JSON lines (.jsonl, .jl), a JSON array or an object around one, CSV, TSV, .txt with one article a file; also .gz and .zst.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(help: "Field with the article's id; without one it is FILE:LINE.")
  var idField = Fields().id
  @Option(
    help: ArgumentHelp(
      "Field with the text.",
      discussion: """
        A point leads into nested objects: article.body. Where a record has not one of these fields, its usual names are \
        tried, such as content, body, headline, link, date; which were taken is said on standard error.
        """))
  var textField = Fields().text
  @Option(help: "Field with the title.")
  var titleField = Fields().title
  @Option(help: "Field with the address.")
  var urlField = Fields().url
  @Option(help: "Field with the outlet.")
  var sourceField = Fields().outlet
  @Option(help: "Field with the time of publication.")
  var publishedField = Fields().published
  @Option(help: "Field with the language, which the report lists and searches; how a text is read, its own words tell.")
  var languageField = Fields().language
  @Option(help: "What comes first in dates such as 09/11/2016: dmy or mdy. Without it such dates are not used.")
  var dateOrder: DateOrder?
  @Option(help: ArgumentHelp("Longest record in bytes; longer ones are skipped.", valueName: "bytes"))
  var maxRecord = Options().longestRecord
  @Option(
    name: .customLong("temp"),
    help: ArgumentHelp(
      "Where to keep the records of standard input and compressed files meanwhile. (default: TMPDIR, or /tmp)",
      valueName: "folder"))
  var temporaryFolder: String?

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("There is no input. Name files or folders, or - for standard input.") }
    if !(1...(1 << 30)).contains(maxRecord) { throw ValidationError("--max-record is a number of bytes from 1 to \(1 << 30).") }
    let names = [idField, textField, titleField, urlField, sourceField, publishedField, languageField]
    if names.contains("") || temporaryFolder == "" { throw ValidationError("The name of a field or folder cannot be empty.") }
  }

  /// The library's options for reading so, on the threads of `running`.
  func options(_ running: RunOptions) -> Options {
    var options = Options()
    options.fields.id = idField
    options.fields.text = textField
    options.fields.title = titleField
    options.fields.url = urlField
    options.fields.outlet = sourceField
    options.fields.published = publishedField
    options.fields.language = languageField
    options.dateOrder = dateOrder
    options.temporaryFolder = temporaryFolder
    options.longestRecord = maxRecord
    options.threads = running.threads
    return options
  }
}
