internal import ArgumentParser
internal import Input

/// What to read, and under which names its fields are found: the same for every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders of articles, or - for standard input.",
      discussion:
        "JSON lines (.jsonl, .jl), a JSON array or an object around one, CSV, TSV, .txt with one article a file; also .gz and .zst.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(help: "Field with the article's id (default: id; without one it is FILE:LINE).")
  var idField: String?
  @Option(
    help: ArgumentHelp(
      "Field with the text (default: text).",
      discussion: """
        A point leads into nested objects: article.body. Where no record has a field, its usual names are tried: content, body, \
        full_content for the text, headline, link, date for others; which were taken is said on standard error.
        """))
  var textField: String?
  @Option(help: "Field with the title (default: title).")
  var titleField: String?
  @Option(help: "Field with the address (default: url).")
  var urlField: String?
  @Option(help: "Field with the outlet (default: source).")
  var sourceField: String?
  @Option(help: "Field with the time of publication (default: published).")
  var publishedField: String?
  @Option(help: "Field with the language (default: language).")
  var languageField: String?
  @Option(help: "Which comes first in dates such as 09/11/2016: dmy or mdy. Without it such dates are not used.")
  var dateOrder: DateOrder?
  @Option(help: ArgumentHelp("Longest record in bytes; longer ones are skipped.", valueName: "bytes"))
  var maxRecord = ReadingOptions().maxRecordBytes
  @Option(
    name: .customLong("temp"),
    help: ArgumentHelp(
      "Where to keep the records of standard input and of compressed files meanwhile. (default: TMPDIR, or /tmp)",
      valueName: "folder"))
  var temporaryFolder: String?

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("There is no input. Name files or folders, or - for standard input.") }
    if !(1...(1 << 30)).contains(maxRecord) { throw ValidationError("--max-record is a number of bytes from 1 to \(1 << 30).") }
    let names = [idField, textField, titleField, urlField, sourceField, publishedField, languageField]
    if names.contains("") || temporaryFolder == "" { throw ValidationError("The name of a field or folder cannot be empty.") }
  }

  var reading: ReadingOptions {
    var options = ReadingOptions()
    options.fields.choose(idField, for: .id)
    options.fields.choose(textField, for: .text)
    options.fields.choose(titleField, for: .title)
    options.fields.choose(urlField, for: .url)
    options.fields.choose(sourceField, for: .source)
    options.fields.choose(publishedField, for: .published)
    options.fields.choose(languageField, for: .language)
    options.dateOrder = dateOrder
    options.temporaryFolder = temporaryFolder
    options.maxRecordBytes = maxRecord
    return options
  }
}

extension DateOrder: ExpressibleByArgument {}
