internal import Resources

/// The tuned numbers of credits.
///
/// Confidences are ordered by how often the form was right on lines written for the tests and, since 2026-11, on 200 credits read
/// in scrapes of Reuters, Fox News, CNN, Der Standard, Estadão and Jawhara FM. Lengths are in tokens unless they say bytes.
struct CreditTuning: Tuning {
  /// From here on a piece of evidence is a credit; below it is a hint.
  let credited = 0.5
  /// From here on a credit is sure: nobody who reads it doubts it, and a copy that lacks it has lost it.
  let sure = 0.85

  /// A dateline with a dash behind the agency: "PARIS, Jan 8 (Reuters) -".
  let dateline = 0.97
  /// The same without its dash, or without a place.
  let plainDateline = 0.85
  /// A line of names and an agency, set off by a comma or bar.
  let names = 0.8
  /// The same when the short name stands for other things.
  let ambiguousNames = 0.6
  let byline = 0.95
  /// A contribution in a full sentence: "AP and Reuters contributed to this report".
  let contribution = 0.97
  let inputs = 0.93
  let sourceLine = 0.95
  /// An owner named with a year or with rights reserved.
  let owner = 0.9
  /// A sign-off in brackets or behind a dash, at the end.
  let signOff = 0.9
  /// The same in the middle of a page that goes on with other matter.
  let innerSignOff = 0.85
  /// An agency alone on a line, or bare behind the last full stop.
  let bare = 0.8
  /// The agency behind the clock of a page head.
  let pageHead = 0.7
  /// Reporters and editors without an agency, as Reuters signs.
  let reportersAndEditors = 0.9
  let reportersOnly = 0.6
  /// Several cities without an agency: a hint.
  let severalCities = 0.35

  /// Names looked at from the beginning and from the end of a text that is full of them.
  let firstMentions = 100
  let lastMentions = 300
  /// Lines up to so many tokens are read as a whole; of longer ones the tokens around each name.
  let wholeLine = 130
  let before = 70
  let after = 60
  /// A place and date in front of an agency.
  let longestPlace = 26
  /// Tokens from the beginning within which a dateline in running text counts without capitals or date.
  let head = 300
  /// A byline or page head reaches so far.
  let longestByline = 16
  let pageHeadReach = 60
  /// A headline that runs into its byline ends within so many.
  let headlineReach = 40
  /// What a page prints behind the article in its last line.
  let pageTail = 16
  /// Longest caption, in bytes.
  let longestCaption = 200
  /// Longest "The Velmora Post with AFP".
  let longestOutlet = 8
  /// Longest line of names, in bytes.
  let longestNames = 120
  /// Lines from the top and from the bottom.
  let topLines = 8
  let bylineLines = 6
  let bottomLines = 3
}

extension CreditTuning {
  static let standard = CreditTuning()
}
