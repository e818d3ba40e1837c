/// What decides the results of a ``Detector``, as a value, and how many threads work.
///
/// ```swift
/// var options = Options()
/// options.keep = .longest
/// options.fields.text = "body"
/// let detector = try Detector(options)
/// ```
public struct Options: Sendable, Hashable {
  /// The names under which the fields of records are found.
  public var fields = Fields()
  /// Which article of a group of copies stays.
  public var keep = Keep.original
  /// Names or hosts of outlets whose copies stay rather than those of others, the most preferred first.
  public var preferredOutlets: [String] = []
  /// Seconds that two copies may be apart to count as copies; nil for any time.
  ///
  /// An article without a date is in every window.
  public var window: Int64?
  /// What is done about copies that say something else than the article they copy.
  public var changedCopies = ChangedCopies.ignore
  /// How much work goes into roles.
  public var roles = RoleEffort.auto
  /// How sure a drift finding must be, and which are reported.
  public var drift = DriftChoice()
  /// The parameters of fingerprints.
  public var fingerprint = FingerprintParameters()
  /// Longest record of an input in bytes, 1 to 2^30; longer ones are skipped.
  public var longestRecord = 64 << 20
  /// Which of day and month comes first in dates such as `09/11/2016`; while it is nil, such dates only
  /// tell how far apart two articles are at least.
  public var dateOrder: DateOrder?
  /// The folder for what standard input and compressed files hold, to be read again; nil for TMPDIR, or else /tmp.
  public var temporaryFolder: String?
  /// Bytes of memory, about, that keys, texts and sorting may take before they go to temporary files; nil for three quarters of
  /// the machine's.
  ///
  /// No result depends on it. What is kept of each article beside, some 350 bytes for duplicates and 700 for stories, is not in
  /// it.
  public var memory: Int?
  /// Threads to use, 1 to 1,024, on which no result depends; nil for every processor.
  public var threads: Int?

  /// The default of every option.
  public init() {}
}

/// The names of a record's fields: JSON keys or column headings.
///
/// A name with points is a path into nested objects: `article.body`. Where no record has a field under its default name, the
/// names are tried that it usually has, such as `content`, `headline`, `link`, `date`; a name that was changed is never guessed.
public struct Fields: Sendable, Hashable {
  /// The id; a record without one is called FILE:LINE.
  public var id = "id"
  /// The text, without which a record is skipped.
  public var text = "text"
  /// The headline.
  public var title = "title"
  /// The address.
  public var url = "url"
  /// The outlet.
  public var outlet = "source"
  /// The time of publication, ISO 8601.
  public var published = "published"
  /// The language.
  public var language = "language"

  /// The names of the default.
  public init() {}
}

/// Which comes first where a date has only figures.
public enum DateOrder: String, Sendable, CaseIterable {
  /// Day, month, year.
  case dmy
  /// Month, day, year.
  case mdy
}

/// Which article of a group of copies stays.
public enum Keep: String, Sendable, CaseIterable {
  /// The one the others most likely come from: the earliest of the sound ones when dates say so, otherwise the soundest.
  case original
  /// The one with the most words.
  case longest
  /// The one that was published first.
  case earliest
  /// The one that was published last.
  case latest
  /// The first of the input.
  case first
}

/// What is done about copies that say something else than the article they copy: another name, another figure, another headline.
public enum ChangedCopies: String, Sendable, CaseIterable {
  /// They are not looked for.
  case ignore
  /// They are dropped and it is said, in batches of up to 20,000 articles; see ``Duplicate/changes``.
  case say
  /// They are looked for in any batch and kept.
  case keep
}

/// How alike two articles must be for one of them to be dropped.
public enum DedupeLevel: String, Sendable, CaseIterable {
  /// The same words, order and punctuation; white space aside.
  case identical
  /// Identical, reprint, edited and excerpt.
  case copy
  /// Rewrites too: one article a story.
  case story
}

/// How much work goes into roles.
public enum RoleEffort: String, Sendable, CaseIterable {
  /// The articles' texts are not read again: roles by verified copies and dates alone, no credits.
  case none
  /// Every version is measured against its original; a machine's rewrite is told by its sentences and flags.
  case fast
  /// Drift findings too, where the sentences look like a machine's work.
  case full
  /// Full for batches of up to 20,000 articles, none for larger ones.
  case auto
}

/// How sure a drift finding must be to be serious, and which findings are reported.
public struct DriftChoice: Sendable, Hashable {
  /// Where confidence becomes severity.
  public enum Preset: String, Sendable, CaseIterable {
    /// Few false alarms.
    case precise
    /// More found, and more to look at.
    case sensitive
  }

  /// Where confidence becomes severity.
  public var preset = Preset.precise
  /// Findings below it are left out.
  public var leastSeverity = Severity.minor
  /// The categories to report; nil for all.
  public var categories: Set<DriftCategory>?

  /// Everything, by the precise preset.
  public init() {}
}
