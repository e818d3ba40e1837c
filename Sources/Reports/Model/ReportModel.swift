package import Drift
package import Pipeline
package import Relations

/// What a report shows, as plain values: everything after ``ReportJob`` works on these alone.
///
/// Articles name each other by their place in ``articles``, stories by their place in ``stories``. Shares are 0...1, offsets are
/// UTF-8 bytes of an article's text as it came in. As JSON it is the output of `report --format json`; a change of meaning or a
/// field that goes raises the schema's number.
package struct ReportModel: Codable, Sendable, Equatable {
  /// Name and number of the schema that ``schema`` holds.
  package static let currentSchema = "newsprint-report/1"

  package var schema = ReportModel.currentSchema
  package var run: ReportRun
  /// In input order.
  package var articles: [ReportArticle] = []
  /// Those with most versions first.
  package var stories: [ReportStory] = []
  package var events: [ReportEvent] = []
  /// Different sources of all events, by name; nil when they were not counted.
  package var namedSources: Int?

  package init(run: ReportRun) { self.run = run }

}

/// How and from what a report was made.
package struct ReportRun: Codable, Sendable, Equatable {
  package var version: String
  /// ISO 8601 in UTC; nil when it is to be left out.
  package var date: String?
  /// Wall time of reading and judging, in seconds.
  package var seconds: Double?
  package var title: String?
  package var inputs: [String] = []
  package var options: [Setting] = []
  /// Bytes of article text.
  package var textBytes = 0
  /// Records that were left out, each with its place and the reason; the first ones of ``skippedCount``.
  package var skipped: [String] = []
  package var skippedCount = 0
  package var isAnonymised = false
  package var hasTexts = true

  package struct Setting: Codable, Sendable, Equatable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(version: String) { self.version = version }

  /// A point in time as ``date`` holds it, from seconds since 1970.
  package static func date(_ seconds: Int64) -> String { DateText.iso(seconds) }
}

/// One article of the batch.
package struct ReportArticle: Codable, Sendable, Equatable {
  package var id: String
  package var title: String
  package var outlet: String?
  package var url: String?
  /// ISO 8601 in UTC.
  package var published: String?
  package var language: String?
  package var words = 0
  /// Length of the text in bytes.
  package var textLength = 0
  /// Place of its story in ``ReportModel/stories``.
  package var story = 0
  package var role: Role
  package var roleConfidence: Double
  /// Short reasons for the role.
  package var evidence: [String] = []
  /// The version that this one comes from; nil for an original and for an article alone.
  package var parent: Int?
  /// Likeness to the parent.
  package var similarity: Double
  /// Agencies that the text credits.
  package var wires: [String] = []
  package var isCreditLost = false
  package var score = 0.0
  package var flags: [ReportFlag] = []
  /// The text as it came in; nil when it is left out.
  package var text: String?
  /// Passages that belong to the page, not to the article.
  package var boilerplate: [ReportSpan] = []
}

/// A quality flag of an article.
package struct ReportFlag: Codable, Sendable, Equatable {
  package var flag: String
  package var severity: DriftSeverity
  package var message: String
  package var span: ReportSpan?
}

/// Bytes of a text.
package struct ReportSpan: Codable, Sendable, Hashable {
  package var start: Int
  package var end: Int
  /// The words themselves, where they are kept beside the place.
  package var text: String?

  package init(_ range: Range<Int>, text: String? = nil) {
    start = range.lowerBound
    end = range.upperBound
    self.text = text
  }

  package var range: Range<Int> { start..<end }
}

/// The versions of one text.
package struct ReportStory: Codable, Sendable, Equatable {
  /// From the members' content: the same in any batch.
  package var id: String
  package var headline: String
  /// Places of the articles, in order of publication where it is known, originals before others.
  package var members: [Int]
  package var original: Int
  /// How sure the choice of the original is.
  package var originalConfidence: Double
  /// The least similar pair that holds the story together.
  package var weakestPair: Double
  /// Place in ``ReportModel/events``.
  package var event: Int
  package var comparisons: [ReportComparison] = []
  /// Similarity of pairs of members, for stories of 4 to 20.
  package var pairs: [ReportPair] = []
  package var nearMisses: [ReportNearMiss] = []
}

/// Likeness of two articles.
package struct ReportPair: Codable, Sendable, Equatable {
  package var a: Int
  package var b: Int
  package var similarity: Double
}

/// A pair of which one is outside the story although little was lacking.
package struct ReportNearMiss: Codable, Sendable, Equatable {
  package enum Reason: String, Codable, Sendable, CaseIterable {
    /// A recurring form, filled with other names or figures.
    case template
    /// Background or quotations in common, and something else to tell beside them.
    case followUp = "follow-up"
    /// Alike enough for one event, not for one story.
    case belowThreshold = "below-threshold"
    /// The pair is alike, but the groups around the two are not.
    case otherGroup = "other-group"
  }

  /// The member of the story.
  package var member: Int
  /// The article outside.
  package var other: Int
  package var similarity: Double
  package var reason: Reason
  /// How the later of the two relates to the earlier one, taken alone.
  package var relation: Relation?
}

/// Stories about one happening.
package struct ReportEvent: Codable, Sendable, Equatable {
  package var id: String
  /// Places in ``ReportModel/stories``.
  package var stories: [Int] = []
  /// Sources that do not copy from each other; nil when they were not counted.
  ///
  /// A story of which nobody is known to have printed it counts as one.
  package var sources: Int?
  /// Those of them whose name is known.
  package var namedSources: Int?
}

/// How `b` differs from `a`, which it comes from.
package struct ReportComparison: Codable, Sendable, Equatable {
  package var a: Int
  package var b: Int
  package var relation: Relation
  package var measures: [Measure] = []
  /// How verbatim the aligned passages are.
  package var closeness = 0.0
  /// The texts are equal, byte by byte; there are no rows then.
  package var isIdentical = false
  /// `b` is an update: what it changes is news, not a fault of copying.
  package var isNews = false
  package var findings: [ReportFinding] = []
  /// Passages in the order of `b`, those only in `a` where they would stand.
  package var rows: [ReportRow] = []

  package struct Measure: Codable, Sendable, Equatable {
    package var name: String
    package var value: Double
  }
}

/// One change, see `DriftFinding`.
package struct ReportFinding: Codable, Sendable, Equatable {
  package var category: DriftCategory
  package var severity: DriftSeverity
  package var confidence: Double
  package var rule: String
  package var message: String
  package var count: Int
  package var a: ReportSpan?
  package var b: ReportSpan?
}

/// One or several sentences that stand for each other, or stand alone.
package struct ReportRow: Codable, Sendable, Equatable {
  package var a: ReportSpan?
  package var b: ReportSpan?
  /// The wording is equal but for white space.
  package var isSame = false
  /// Belongs to the page around the article.
  package var isBoilerplate = false
  /// Numbers of the first sentences, from 1, where the passage stands in another place.
  package var moved: Move?

  package struct Move: Codable, Sendable, Equatable {
    package var from: Int
    package var to: Int
  }
}

extension Role: Codable {}
extension Relation: Codable {}
extension DriftCategory: Codable {}
extension DriftSeverity: Codable {}
