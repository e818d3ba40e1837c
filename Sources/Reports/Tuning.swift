internal import Resources

/// The numbers that decide what a report shows, and how; all by hand, by looking at reports of the fixtures and of scrapes,
/// 2026-11.
struct ReportTuning: Tuning {
  // Of a story's original.
  let leastKnownOrigin = 0.05  // confidence below which nothing tells which version came first
  let doubtfulOrigin = 0.5  // confidence below which little speaks for the choice
  let weakParent = 0.5  // similarity below which the line to a parent is dashed
  let allAlike = 0.99995  // similarity from which on what is not alike would be shown as 0

  // Of headlines.
  let pageStories = 3  // stories whose articles begin with a line, from which on the line is the page's

  // Of findings.
  let leastClaim = 0.3  // confidence below which a report shows that words differ and does not say what that means

  // Of two versions side by side.
  let boilerplateShare = 0.5  // of a passage's bytes: then it counts as the page's
  let leastKeptWords = 0.3  // share of words in common of passages that are shown mixed

  // Of the drawings.
  let shades = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9]  // least similarities of the shades of the heat map, from the second on
  let barGap = 1.5  // units on either side of a bar

  static let standard = ReportTuning()
}
