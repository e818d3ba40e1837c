package import Articles

/// What a piece of furniture is: text of the page around an article (scraper residue), not of the article.
///
/// Agency credit lines and datelines are not furniture; they say where the article comes from. The raw values are the kinds
/// of `furniture.tsv` and the names in the output.
package enum FurnitureKind: String, Sendable, Hashable, CaseIterable {
  case advert, captcha, caption, cookie, copyright, counter, forum, login, navigation, related, share, subscribe, video
  case bylineResidue = "byline-residue"
  case commentForm = "comment-form"
  case sourceLink = "source-link"
  /// A date or time alone on a line.
  case date
  /// A line that is only an address.
  case link
  case tags
  /// The title, or a line at the top that is printed twice.
  case title
  /// A line that stands on many articles of the same site, see ``RecurringLines``.
  case recurring

  /// Kinds whose lines are kept when they name an agency: then they are the article's credit.
  var yieldsToCredit: Bool {
    switch self {
    case .bylineResidue, .sourceLink, .copyright, .recurring: true
    default: false
    }
  }

  /// Kinds of running text that fill a whole paragraph, so that a prefix condemns a long line too.
  var fillsParagraphs: Bool {
    switch self {
    case .cookie, .copyright, .subscribe, .commentForm, .login, .captcha, .advert: true
    default: false
    }
  }
}

/// A piece of furniture: where it stands in the article's text, and what it is.
package struct FurnitureSpan: Sendable, Hashable {
  /// Bytes of the text, without the white space around the line.
  package var range: ByteRange
  package var kind: FurnitureKind

  package init(range: ByteRange, kind: FurnitureKind) {
    self.range = range
    self.kind = kind
  }
}
