/// The numbers of a module that were tuned: each stands once, in one value, with what it is and where it comes from.
///
/// A module has one such type, in its file `Tuning.swift`; where it is large, it holds a type for each subject, in files beside
/// the subject's that end in `Tuning.swift`. Every number is a `let` on a line of its own with a comment before or behind it that
/// ends with its origin: the set it was tuned on and the date, `by hand` and the date, or `definition` for one that nobody tuned:
///
/// ```swift
/// struct ExampleTuning: Tuning {
///   let leastSharedWords = 0.14  // of two articles about one event; reuters.dev, 2026-11
/// }
/// ```
///
/// `TuningTests` reads these files, prints the table, and fails for a type that does not say what it tunes or has no numbers, and
/// for a number of which neither its comment nor that of its type tells an origin. Whether that is true it cannot check.
package protocol Tuning: Sendable {}
