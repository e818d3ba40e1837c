internal import Copies
internal import Resources
internal import Tables
internal import Text

/// Words with which a page speaks of itself or to its readers: of its cookies, of money, of an edition to choose.
enum PageTalk {
  /// What a word says of the line it stands in.
  enum Sign {
    /// Speaks to readers, as columns and letters do too: "you", "our".
    case address
    /// Names what only the page has to offer: a newsletter, a channel, its text as audio.
    case offer
  }

  /// The sign that a word outside quotations gives, if any; `hash` is the lower half of its hash.
  @inline(__always)
  static func sign(_ hash: UInt32, _ traits: WordFlags) -> Sign? {
    guard !traits.contains(.quoted) else { return nil }
    if Vocabulary.offer.contains(hash) || PageTopics.words.contains(hash) { return .offer }
    if Vocabulary.reader.contains(hash) { return .address }
    let isPolite = traits.contains(.capitalised) && !traits.contains(.sentenceStart) && Vocabulary.polite.contains(hash)
    return isPolite ? .address : nil
  }

  private enum Vocabulary {
    static let reader = words("reader")
    static let polite = words("polite")
    static let offer = words("offer")

    private static func words(_ kind: String) -> FeatureSet {
      var words = FeatureSet()
      for row in Resource.rows("page_words.tsv") where row.count >= 2 && row[0] == kind {
        for word in row[1].split(separator: " ") {
          _ = words.insert(UInt32(truncatingIfNeeded: WordScanner.hash(of: word)))
        }
      }
      return words
    }
  }
}

/// The first and the last line of a text, as far as the page speaks in them to its readers: "Follow us on ...".
struct PageLines {
  /// Words of the lines that speak to readers, whatever they say: where several copies have such a line it tells nothing of them,
  /// and who left it out has the better text.
  private(set) var talk = 0
  /// Words at the beginning and at the end in lines that offer readers something of the page: they are none of the article's.
  private(set) var head = 0
  private(set) var tail = 0

  /// `hash` gives the lower half of a word's hash.
  @inline(__always)
  init(_ text: Span<UInt8>, _ starts: Span<UInt32>, _ traits: Span<WordFlags>, _ hash: (Int) -> UInt32) {
    let longest = ChoiceTuning.longestPageLine
    guard starts.count > 2 * longest else { return }
    var first = 1
    while first <= longest, !Self.breaksLine(before: first, text, starts) { first += 1 }
    var last = starts.count - 1
    while starts.count - last <= longest, !Self.breaksLine(before: last, text, starts) { last -= 1 }
    head = read(0..<first, traits, hash)
    tail = read(last..<starts.count, traits, hash)
  }

  /// Takes in a line that speaks to readers; returns its words when it is the page's for certain.
  @inline(__always)
  private mutating func read(_ line: Range<Int>, _ traits: Span<WordFlags>, _ hash: (Int) -> UInt32) -> Int {
    guard line.count <= ChoiceTuning.longestPageLine else { return 0 }
    var (addresses, offers) = (false, false)
    for word in line {
      switch PageTalk.sign(hash(word), traits[word]) {
      case .address: addresses = true
      case .offer: offers = true
      case nil: break
      }
    }
    let isOffer = addresses && offers
    if isOffer || (addresses || offers) && line.count <= ChoiceTuning.longestTalk { talk += line.count }
    return isOffer ? line.count : 0
  }

  private static func breaksLine(before word: Int, _ text: Span<UInt8>, _ starts: Span<UInt32>) -> Bool {
    (starts[word - 1]..<starts[word]).contains { text[Int($0)] == 0x0A }
  }
}
