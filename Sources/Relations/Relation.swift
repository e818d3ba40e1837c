/// How one article relates to another.
///
/// The first six mean the same story.
package enum Relation: String, Sendable, CaseIterable {
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
  case unrelated

  /// Whether the two are versions of one story.
  package var isSameStory: Bool {
    switch self {
    case .identical, .reprint, .edited, .rewrite, .excerpt, .update: true
    case .template, .sharedQuotes, .unrelated: false
    }
  }
}
