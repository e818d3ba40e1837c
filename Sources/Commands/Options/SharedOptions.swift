// The library's enumerations that a person chooses from on the command line. The conformances are as public as the types.
public import ArgumentParser
public import Newsprint

/// What to read, and under which names its fields are found: the same for every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders of articles, or - for standard input.",
      discussion:
        "JSON lines (.jsonl, .jl), a JSON array or an object around one, CSV, TSV, .txt with one article a file; also .gz and .zst.",
      valueName: "input"))
  var inputs: [String] = []

  @OptionGroup(title: "Reading options") var reading: ReadingArguments

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("There is no input. Name files or folders, or - for standard input.") }
  }

  /// The library's options for reading so, on the threads of `running`.
  func options(_ running: RunOptions) -> Options {
    var options = reading.options
    options.threads = running.threads
    return options
  }
}

/// Under which names the fields of a record are found, and how it is read.
struct ReadingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the article's id; without one it is FILE:LINE.", valueName: "name"))
  var idField = Fields().id
  @Option(
    help: ArgumentHelp(
      "Field with the text.",
      discussion: """
        A point leads into nested objects: article.body. Where a record has not one of these fields, its usual names are \
        tried, such as content, body, headline, link, date; which were taken is said on standard error.
        """,
      valueName: "name"))
  var textField = Fields().text
  @Option(help: ArgumentHelp("Field with the title.", valueName: "name"))
  var titleField = Fields().title
  @Option(help: ArgumentHelp("Field with the address.", valueName: "name"))
  var urlField = Fields().url
  @Option(help: ArgumentHelp("Field with the outlet.", valueName: "name"))
  var sourceField = Fields().outlet
  @Option(help: ArgumentHelp("Field with the time of publication.", valueName: "name"))
  var publishedField = Fields().published
  @Option(
    help: ArgumentHelp(
      "Field with the language, which the report lists and searches; how a text is read, its own words tell.",
      valueName: "name"))
  var languageField = Fields().language
  @Option(
    help: ArgumentHelp(
      "What comes first in dates such as 09/11/2016: dmy or mdy. Without it they only tell articles apart.", valueName: "order"))
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
    try RecordLength.check(maxRecord)
    let names = [idField, textField, titleField, urlField, sourceField, publishedField, languageField]
    if names.contains("") || temporaryFolder == "" { throw ValidationError("The name of a field or folder cannot be empty.") }
  }

  /// The library's options for reading so.
  var options: Options {
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
    return options
  }
}

/// How to run: the same for every command that does more than print.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Threads to use; the result does not depend on it. (default: every processor)", valueName: "n"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name every skipped record; compare prints every measure.")
  var verbose = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads is a number from 1 to 1024.") }
    if quiet && verbose { throw ValidationError("--quiet and --verbose cannot be used together.") }
  }

  func makeConsole() -> Console {
    Console(level: quiet ? .quiet : verbose ? .verbose : .normal)
  }
}

/// Where the result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the result to this file, which appears whole or not at all. (default: standard output)", valueName: "file"))
  var output: String?

  func validate() throws {
    if output == "" { throw ValidationError("The name of an output cannot be empty. Leave -o out for standard output.") }
  }
}

/// The dial and the filters of the drift findings.
struct DriftArguments: ParsableArguments {
  @Option(
    name: .customLong("drift"),
    help: ArgumentHelp("precise (few false alarms) or sensitive (more found, more to look at).", valueName: "preset"))
  var preset = DriftChoice.Preset.precise

  @Option(help: ArgumentHelp("Leave out findings below minor, major or critical.", valueName: "severity"))
  var minSeverity = Severity.minor

  @Option(
    help: ArgumentHelp("Only this category; may be given several times. newsprint explain says what each is.", valueName: "name"))
  var category: [DriftCategory] = []

  var choice: DriftChoice {
    var choice = DriftChoice()
    choice.preset = preset
    choice.leastSeverity = minSeverity
    choice.categories = category.isEmpty ? nil : Set(category)
    return choice
  }
}

/// How texts are fingerprinted.
struct FingerprintArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Words in a shingle.", valueName: "n"))
  var shingleWords = FingerprintParameters().shingleWords
  @Option(help: ArgumentHelp("Values in a signature, a multiple of 16.", valueName: "n"))
  var permutations = FingerprintParameters().permutations
  @Option(help: ArgumentHelp("Bands of a signature.", valueName: "n"))
  var bands = FingerprintParameters().bands
  @Option(help: ArgumentHelp("Values in a band.", valueName: "n"))
  var rows = FingerprintParameters().rows
  @Option(help: ArgumentHelp("One shingle in this many is sampled; a power of two.", valueName: "n"))
  var sampling = FingerprintParameters().sampling

  /// The parameters that were asked for.
  var parameters: FingerprintParameters {
    var parameters = FingerprintParameters()
    parameters.shingleWords = shingleWords
    parameters.permutations = permutations
    parameters.bands = bands
    parameters.rows = rows
    parameters.sampling = sampling
    return parameters
  }
}

extension DateOrder: ExpressibleByArgument {}
extension DedupeLevel: ExpressibleByArgument {}
extension Keep: ExpressibleByArgument {}
extension RoleEffort: ExpressibleByArgument {}
extension DriftChoice.Preset: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension DriftCategory: ExpressibleByArgument {}

/// A span of time as people write it: "90m", "72h", "7d", "2w".
struct TimeWindow: ExpressibleByArgument {
  let seconds: Int64

  private static let units: [Character: Int64] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
  /// A hundred years: more is a slip.
  private static let most: Int64 = 3_155_760_000

  init?(argument: String) {
    guard let last = argument.last, let unit = Self.units[last], let count = Int64(argument.dropLast()), count > 0,
      count <= Self.most / unit
    else { return nil }
    seconds = count * unit
  }
}

/// An amount of memory as people write it: "512M", "8G"; in powers of 1,024.
struct ByteSize: ExpressibleByArgument {
  let bytes: Int

  private static let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
  /// Less is no room to sort in.
  private static let least = 1 << 20

  init?(argument: String) {
    guard let last = argument.last, let shift = Self.units[Character(last.uppercased())], let count = Int(argument.dropLast()),
      count > 0, count <= 1 << 20, count << shift >= Self.least
    else { return nil }
    bytes = count << shift
  }
}

/// How much memory a run may take.
struct MemoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory for keys, texts and sorting: 512M, 8G, 1M at least. (default: three quarters of the machine's)",
      discussion: """
        What does not fit goes to temporary files (--temp, else TMPDIR); the result is the same. What is kept of each article is not in \
        it: some 350 bytes for copies, some 700 for stories, and 1 GB for word counts from 2,000,000 articles on.
        """, valueName: "size"))
  var memory: ByteSize?
}
