package import Drift
package import Pipeline
internal import Synchronization

/// How article B differs from article A.
public struct Comparison: Sendable {
  /// Everything behind it, for the program's own reports.
  package let pair: PairComparison
  /// The relation of B to A.
  public let relation: Relation
  /// The numbers behind the relation.
  public let measures: Measures
  /// What B changed: serious findings first, then in the order of A.
  public let findings: [Finding]
}

/// How one article relates to another.
///
/// The first six mean the same story.
public enum Relation: String, Sendable, CaseIterable {
  /// The same text, white space aside.
  case identical
  /// Verbatim but for trivia and boilerplate.
  case reprint
  /// A copy with changes.
  case edited
  /// The same story in other words.
  case rewrite
  /// A part of the other, little else.
  case excerpt
  /// A later version of the same outlet or wire.
  case update
  /// A recurring form with other names and figures: not the same story.
  case template
  /// Independent stories with quotations or background in common.
  case sharedQuotes = "shared-quotes"
  /// Nothing of that.
  case unrelated

  /// Whether the two are versions of one story.
  public var isSameStory: Bool {
    switch self {
    case .identical, .reprint, .edited, .rewrite, .excerpt, .update: true
    case .template, .sharedQuotes, .unrelated: false
    }
  }
}

/// What was measured of two articles; shares are 0...1 and leave boilerplate out.
///
/// Resemblance and containment are those of Broder 1997 (10.1109/SEQUEN.1997.666900, section 2) over shingles of five words.
public struct Measures: Sendable, Hashable {
  /// |A and B| / |A or B| of the distinct shingles: symmetric, 1 for equal texts.
  public let resemblance: Double
  /// Share of A's distinct shingles that B has too.
  public let containmentOfAInB: Double
  /// Share of B's distinct shingles that A has too.
  public let containmentOfBInA: Double
  /// Likeness of the two stories: geometric mean of two containments weighted by rarity, of stems and of pairs of stems.
  public let story: Double
  /// Mean likeness of the wording of aligned sentences, weighted by their words; 0 when none is aligned.
  public let alignedCloseness: Double
  /// Every measure by its name in the JSON of `newsprint compare`; the others say how sentences, names and forms agree.
  public let byName: [String: Double]
}

/// One change that the copying made, with the words on both sides.
public struct Finding: Sendable, Hashable {
  /// What kind of change it is.
  public let category: DriftCategory
  /// How bad it is.
  public let severity: Severity
  /// How sure the rule is, 0...1.
  public let confidence: Double
  /// Which part of which rule spoke, such as `number/rounded`.
  public let rule: String
  /// UTF-8 bytes of A's text; nil for an addition.
  public let a: Range<Int>?
  /// UTF-8 bytes of B's text; nil for an omission.
  public let b: Range<Int>?
  /// What changed, one sentence for people.
  public let message: String
  /// How often the same change occurs; the ranges are its first occurrence.
  public let count: Int
}

/// What kind of change a finding is.
public enum DriftCategory: String, Sendable, CaseIterable {
  /// A figure that is another one.
  case number
  /// A date, weekday or span of time.
  case time
  /// What a figure counts, and its order of magnitude.
  case unit
  /// A person, place or body.
  case name
  /// Words between quotation marks.
  case quotation
  /// A "not" put in or left out.
  case negation
  /// A word turned into its opposite.
  case polarity
  /// Superlative, intensity or extent: weakest and worst, some and all.
  case degree
  /// Certainty: may and will, alleged and did.
  case modality
  /// Who said it.
  case attribution
  /// Whom a pronoun means.
  case pronoun
  /// Who did what to whom.
  case agency
  /// A specific word replaced by one that means something else.
  case term
  /// Something that A does not say.
  case addition
  /// Something that B leaves out.
  case omission
  /// Past, present, future.
  case tense
  /// Words of another language.
  case language
  /// Broken wording.
  case fluency
}

/// How bad a change or a flag is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Wording; the fact stands.
  case minor
  /// A fact differs; the reader is likely to be misled.
  case major
  /// The meaning is reversed, or what readers rely on is wrong.
  case critical

  /// By how bad they are.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .minor: 0
    case .major: 1
    case .critical: 2
    }
  }
}

extension Detector {
  /// How article B differs from article A: relation, measures, and what B changed.
  ///
  /// Linear in the texts but for the words inside aligned sentences (after Sultan, Bethard and Sumner 2014, Q14-1018).
  ///
  /// ```swift
  /// let comparison = try Detector().compare(
  ///   Article(text: "The minister said the bridge will open on Monday."),
  ///   Article(text: "The minister said the bridge will not open on Monday."))
  /// print(comparison.relation, comparison.measures.resemblance)
  /// ```
  ///
  /// - Parameters:
  ///   - a: The earlier article, or the source. Text and title count, nothing else.
  ///   - b: The later article, or the copy.
  /// - Returns: The same for the same pair, whatever was compared before.
  public func compare(_ a: Article, _ b: Article) -> Comparison {
    comparers.use { comparer in
      Comparison(comparer.compare(Array(a.text.utf8), Array(b.text.utf8), titles: ArticleTitles(a, b)))
    }
  }

  /// Compares many pairs on every thread.
  ///
  /// - Parameters:
  ///   - pairs: A and B of each pair, see ``compare(_:_:)``.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: A comparison for each pair, in their order.
  /// - Throws: ``NewsprintError/Code/cancelled``.
  public func compare(_ pairs: [(a: Article, b: Article)], cancellation: Cancellation? = nil) throws(NewsprintError)
    -> [Comparison]
  {
    let compared = Mutex<[Comparison]>([])
    try comparePairs(
      next: PairsJob.numbers(below: pairs.count),
      pair: { index in
        PairsJob.Pair(
          a: Array(pairs[index].a.text.utf8), b: Array(pairs[index].b.text.utf8),
          titles: ArticleTitles(pairs[index].a, pairs[index].b))
      }, write: { $1 }, cancellation: cancellation
    ) { comparisons in compared.withLock { $0 += comparisons.compactMap(\.self) } }
    return compared.withLock { $0 }
  }

  /// Compares two texts in UTF-8, which need not be valid.
  package func comparePair(_ a: [UInt8], _ b: [UInt8]) -> Comparison { comparers.use { Comparison($0.compare(a, b)) } }

  /// Compares pairs as they come, and delivers in their order what `write` makes of each, see ``PairsJob``.
  ///
  /// `pair` gives nil for an item that cannot be read, and `write` then gets nil.
  package func comparePairs<Item: Sendable, Output: Sendable>(
    next: @Sendable () throws -> (index: Int, items: [Item])?, pair: @Sendable (Item) -> PairsJob.Pair?,
    write: @Sendable (Item, Comparison?) -> Output, cancellation: Cancellation? = nil,
    deliver: @Sendable ([Output]) throws -> Void
  ) throws(NewsprintError) {
    let job = PairsJob(options: options.drift.options, context: context(nil, cancellation))
    try NewsprintError.wrapping {
      try job.run(next: next, pair: pair, write: { item, found in write(item, found.map { Comparison($0) }) }, deliver: deliver)
    }
  }
}

extension ArticleTitles {
  init(_ a: Article, _ b: Article) {
    self.init(a: Array((a.title ?? "").utf8), b: Array((b.title ?? "").utf8))
  }
}

/// Comparers that wait to be used again: each remembers words, so making one costs more than a comparison.
package final class ComparerPool: Sendable {
  /// A comparer in the hands of one thread at a time.
  private struct Loan: @unchecked Sendable {
    let comparer: PairComparer
  }

  private let options: DriftOptions
  private let idle = Mutex<[Loan]>([])

  package init(_ options: DriftOptions) { self.options = options }

  package func use<Result>(_ body: (PairComparer) -> Result) -> Result {
    // A comparer that was taken out is known to this call only, until it is put back.
    let loan = idle.withLock { $0.popLast() } ?? Loan(comparer: PairComparer(options: options))
    defer { idle.withLock { $0.append(loan) } }
    return body(loan.comparer)
  }
}
