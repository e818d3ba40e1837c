package import Articles

/// What a piece of boilerplate is: text of the page around an article (scraper residue), not of the article.
///
/// Agency credit lines and datelines are not boilerplate; they say where the article comes from. The raw values are the kinds
/// of `boilerplate.tsv` and the names in the output.
package enum BoilerplateKind: String, Sendable, Hashable, CaseIterable {
  case advert, captcha, caption, cookie, copyright, counter, forum, login, navigation, related, share, subscribe, video
  case bylineResidue = "byline-residue"
  case commentForm = "comment-form"
  case sourceLink = "source-link"
  /// A date or time alone on a line.
  case date
  /// Markets and their changes.
  case ticker
  /// A line that is only an address.
  case link
  case tags
  /// The title, or a line at the top that is printed twice.
  case title
  /// A line that stands on many articles of the same site, see ``RecurringLines``.
  case recurring

  /// For people.
  package var name: String {
    switch self {
    case .advert: "advertisement"
    case .bylineResidue: "byline"
    case .commentForm: "comment form"
    case .copyright: "copyright notice"
    case .link: "address"
    case .recurring: "line that recurs on the site"
    case .related: "links to other articles"
    case .share: "share buttons"
    case .sourceLink: "link to the source"
    case .subscribe: "call to subscribe"
    case .ticker: "market ticker"
    default: rawValue
    }
  }

  /// Kinds whose lines are kept when they name an agency: then they are the article's credit.
  var yieldsToCredit: Bool {
    switch self {
    case .bylineResidue, .sourceLink, .copyright, .recurring: true
    default: false
    }
  }

  /// Kinds of labels that a site puts before its headlines too.
  var labelsHeadlines: Bool { self == .video || self == .related }

  /// Kinds of running text that fill a whole paragraph, so that a prefix condemns a long line too.
  var fillsParagraphs: Bool {
    switch self {
    case .cookie, .copyright, .subscribe, .commentForm, .login, .captcha, .advert: true
    default: false
    }
  }
}

/// A piece of boilerplate: where it stands in the article's text, and what it is.
package struct BoilerplateSpan: Sendable, Hashable {
  /// Bytes of the text, without the white space around the line.
  package var range: ByteRange
  package var kind: BoilerplateKind

  package init(range: ByteRange, kind: BoilerplateKind) {
    self.range = range
    self.kind = kind
  }
}

/// What one pass over an article found, with the buffers it needed; reused from article to article.
package struct BoilerplateScan: Sendable {
  /// Boilerplate in the order of the text; spans never overlap.
  package internal(set) var spans: [BoilerplateSpan] = []
  /// Short lines that are not boilerplate by themselves but may be when they recur, see ``RecurringLines``.
  package internal(set) var shortLines: [ShortLine] = []
  /// Tells the article's own text from that of other articles: a hash of the first words of its longest line.
  package internal(set) var body: UInt64 = 0

  /// A short line and the hash of its words.
  package struct ShortLine: Sendable, Hashable {
    package var range: ByteRange
    package var hash: UInt64
  }

  /// Trimmed lines with text.
  var lines: [Range<Int>] = []
  var words = BoilerplateWords()
  var tail = BoilerplateWords()
  /// Places at which words with capitals begin; see ``TextBytes/readCapitals(_:_:into:)``.
  var capitals: [UInt32] = []

  package init() {}
}

/// One line of an article as the shape rules see it.
struct BoilerplateLine: Sendable {
  /// Bytes without the white space at both ends; never empty.
  var range: Range<Int>
  /// Place among the lines with text, from 0, and their number.
  var index: Int
  var total: Int

  /// Lines at the top are where bylines and doubled titles stand.
  var isNearTop: Bool { index < 6 }

  /// Whether the line ends as a sentence does, closing quotes aside.
  func endsSentence(_ text: Span<UInt8>) -> Bool {
    var i = range.upperBound - 1
    while i > range.lowerBound, text[i] == 0x22 || text[i] == 0x27 || text[i] >= 0x80 { i -= 1 }
    return text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F
  }
}
