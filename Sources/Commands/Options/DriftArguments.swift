internal import ArgumentParser
internal import Drift

/// The dial and the filters of the drift findings.
struct DriftArguments: ParsableArguments {
  @Option(name: .customLong("drift"), help: "precise (few false alarms) or sensitive (more found, more to look at).")
  var preset = DriftOptions.Preset.precise

  @Option(help: "Leave out findings below minor, major or critical.")
  var minSeverity = DriftSeverity.minor

  @Option(help: "Only this category; may be given several times.")
  var category: [DriftCategory] = []

  var options: DriftOptions {
    var options = DriftOptions()
    options.preset = preset
    options.minimumSeverity = minSeverity
    options.categories = category.isEmpty ? nil : Set(category)
    return options
  }
}

extension DriftOptions.Preset: ExpressibleByArgument {}
extension DriftSeverity: ExpressibleByArgument {}
extension DriftCategory: ExpressibleByArgument {}
