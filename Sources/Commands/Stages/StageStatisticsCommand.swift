internal import ArgumentParser
internal import Newsprint
internal import Pipeline

/// `newsprint stage statistics`.
struct StageStatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Count what concerns the whole batch: lines of sites, ids, frequencies of words.",
    discussion: """
      Rows of articles are counted; with --merge rows of statistics are put together; with --finish they are settled, when all are \
      there. --of stories counts, over the articles that are nobody's copy, first how many they are, and then, with these totals in \
      --statistics, the frequencies of their words.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable { case batch, stories }

  @OptionGroup var input: StageInput
  @Option(help: "What is counted: batch or stories.")
  var of = Subject.batch
  @Flag(help: "Put rows of statistics together.")
  var merge = false
  @Flag(help: "Put all rows of statistics together and settle them; rows of copies say which articles hold the same passages.")
  var finish = false
  @OptionGroup var fingerprint: FingerprintArguments

  mutating func run() throws {
    let console = input.running.makeConsole()
    var options = Options()
    options.threads = input.running.threads
    options.fingerprint = fingerprint.parameters
    let setting = try Detector(options).reporting { console.show($0) }
    let steps = StageSteps(options: setting.batch, context: setting.context)
    let rows = try input.read()
    var result: CorpusStatistics
    if merge || finish {
      result = rows.statistics
      if finish { try result.finish(copies: rows.copies) }
    } else if of == .batch {
      result = try steps.collect(rows)
    } else {
      result = rows.statistics.hasTotals ? try steps.countFrequencies(rows) : try steps.countDistinct(rows)
    }
    try input.write { result.append(to: &$0) }
  }
}
