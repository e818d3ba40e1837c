internal import ArgumentParser
internal import Newsprint

/// The dial and the filters of the drift findings.
struct DriftArguments: ParsableArguments {
  @Option(name: .customLong("drift"), help: "precise (few false alarms) or sensitive (more found, more to look at).")
  var preset = DriftChoice.Preset.precise

  @Option(help: "Leave out findings below minor, major or critical.")
  var minSeverity = Severity.minor

  @Option(help: "Only this category; may be given several times.")
  var category: [DriftCategory] = []

  var choice: DriftChoice {
    var choice = DriftChoice()
    choice.preset = preset
    choice.leastSeverity = minSeverity
    choice.categories = category.isEmpty ? nil : Set(category)
    return choice
  }
}
