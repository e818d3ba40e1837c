internal import Copies
internal import Drift
internal import Files
internal import Fingerprints
internal import Input
internal import Pipeline

// Options and progress of the library in the words of the modules below. Each switch is complete, as in `Conversions.swift`.

extension Progress {
  init(_ progress: Pipeline.Progress) {
    switch progress {
    case .reading(let bytes, let total): self = .reading(bytes: bytes, of: total)
    case .stage(let stage): self = .stage(Stage(stage))
    }
  }
}

extension Progress.Stage {
  init(_ stage: Pipeline.Progress.Stage) {
    self =
      switch stage {
      case .copies: .copies
      case .changes: .changes
      case .stories: .stories
      case .roles: .roles
      case .flags: .flags
      }
  }
}

extension Keep {
  var choice: Pipeline.Keep {
    switch self {
    case .original: .original
    case .longest: .longest
    case .earliest: .earliest
    case .latest: .latest
    case .first: .first
    }
  }
}

extension ChangedCopies {
  var job: Pipeline.ChangedCopies {
    switch self {
    case .ignore: .none
    case .say: .auto
    case .keep: .kept
    }
  }
}

extension DedupeLevel {
  var job: Pipeline.DedupeLevel {
    switch self {
    case .identical: .identical
    case .copy: .copy
    case .story: .story
    }
  }
}

extension RoleEffort {
  var effort: Pipeline.RoleEffort {
    switch self {
    case .none: .none
    case .fast: .fast
    case .full: .full
    case .auto: .auto
    }
  }
}

extension DriftChoice {
  var options: DriftOptions {
    var options = DriftOptions()
    options.preset =
      switch preset {
      case .precise: .precise
      case .sensitive: .sensitive
      }
    options.minimumSeverity = leastSeverity.drift
    options.categories = categories.map { Set($0.map(\.drift)) }
    return options
  }
}

extension Options {
  /// - Throws: ``NewsprintError/Code/options`` that names what is out of range.
  func checked() throws(NewsprintError) -> BatchOptions {
    if let threads, !(1...1024).contains(threads) {
      throw NewsprintError(
        .options, "There are 1 to 1,024 threads, not \(threads).", advice: "Leave the number out for all processors.")
    }
    guard (1...ReadingOptions.largestRecord).contains(longestRecord) else {
      throw NewsprintError(
        .options, "The longest record has 1 to 2^30 bytes, not \(longestRecord).", advice: "Choose a size between.")
    }
    if let memory, memory < 1 << 20 {
      throw NewsprintError(
        .options, "Sorting needs a memory of 2^20 bytes at least, not \(memory).", advice: "Leave the number out for most of it.")
    }
    if let window, window < 0 {
      throw NewsprintError(
        .options, "A window has 0 seconds at least, not \(window).", advice: "Leave the number out for any time between two.")
    }
    guard !fields.all.contains("") else {
      throw NewsprintError(.options, "A field's name is empty.", advice: "Name it, or leave the default.")
    }
    do { try fingerprint.configuration.validate() } catch {
      throw NewsprintError(.options, "\(error)", advice: "Choose parameters in range.", cause: error)
    }
    var batch = BatchOptions()
    batch.reading.fields = fields.names
    batch.reading.maxRecordBytes = longestRecord
    batch.reading.dateOrder = dateOrder.map { $0 == .dmy ? .dmy : .mdy }
    batch.reading.temporaryFolder = temporaryFolder
    batch.fingerprint = fingerprint.configuration
    batch.keep.policy = keep.choice
    batch.keep.prefer = OutletRanks(preferredOutlets)
    batch.keep.window = window
    batch.memory = memory ?? Machine.memory / 4 * 3
    return batch
  }
}

extension Fields {
  var all: [String] { [id, text, title, url, outlet, published, language] }

  var names: FieldNames {
    var names = FieldNames()
    names.choose(id, for: .id)
    names.choose(text, for: .text)
    names.choose(title, for: .title)
    names.choose(url, for: .url)
    names.choose(outlet, for: .source)
    names.choose(published, for: .published)
    names.choose(language, for: .language)
    return names
  }
}
