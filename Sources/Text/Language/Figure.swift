/// A number as a reader takes it: its value with multiplier, its unit, how exact it is meant to be.
package struct Figure: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    case cardinal
    case ordinal
    /// `13:25`, `11am`: minutes after midnight.
    case clock
    /// `1990s`: the first year.
    case decade
    /// `2017/18`: the first year.
    case season
    /// Four digits without grouping or unit, 1000 to 2100.
    case year
    /// `5.2.2016`, `2016-02-05`: year, month and day as one number of eight digits.
    case date
  }

  /// What is said about the value: `more than 50` is not 50.
  package enum Bound: UInt8, Sendable {
    case exact
    case about
    case atLeast
    case moreThan
    case atMost
    case lessThan
    case nearly
  }

  /// The number's own tokens, multiplier included, unit excluded.
  package var tokens: Range<Int>
  /// The same with bound words before it and unit after it.
  package var extent: Range<Int>
  package var value: Double
  /// The other reading of an ambiguous grouping such as `1.198`, or nil.
  package var alternate: Double?
  /// Half-width of what the writing rounds away: 3.1 million stands for anything within 50,000.
  package var precision: Double
  package var kind: Kind
  package var bound: Bound
  /// The unit: the canonical word (`percent`, `$`, `km`), or the folded noun that follows; 0 for none.
  package var unit: WordNumber
  /// True when `unit` is a unit of measure or a currency, false when it is a noun that is counted.
  package var unitIsMeasure: Bool
  /// True when the number is written in words.
  package var inWords: Bool
}
