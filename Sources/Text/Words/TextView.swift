internal import CKernels
internal import Tables

/// An article's text as its readers see it: entities resolved, tags and scripts gone, words whole again that a line end or a soft
/// hyphen cut, accents on their letters, digits in ASCII, ligatures and wrong code pages undone.
///
/// Made only for texts that need it (``init(of:)`` is nil for all others, at the cost of one vector pass), so plain text costs
/// nothing. What is found in the view is told by ranges of the text as it came in, see ``source(_:)``.
package struct TextView: Sendable {
  /// What was undone.
  package struct Forms: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Tags of HTML.
    package static let markup = Forms(rawValue: 1 << 0)
    /// Entities of HTML: named, decimal, hexadecimal, escaped twice.
    package static let entities = Forms(rawValue: 1 << 1)
    /// Words cut at the end of a line.
    package static let lineHyphens = Forms(rawValue: 1 << 2)
    /// Soft hyphens, zero-width spaces, ligatures, accents behind their letters.
    package static let invisible = Forms(rawValue: 1 << 3)
    /// Bytes that were read in the wrong code page.
    package static let mojibake = Forms(rawValue: 1 << 4)
    /// Digits of other scripts than Latin.
    package static let digits = Forms(rawValue: 1 << 5)
  }

  /// The view's text with ``padding`` zero bytes behind it, as the word scanner wants it.
  package let bytes: [UInt8]
  /// Bytes of the view, the padding not counted.
  package let count: Int
  package let forms: Forms
  /// The first tag, short code or entity in the text as it came in; nil when there is none.
  package private(set) var firstMarkup: Range<Int>?
  /// The changes of each pass, the first pass first.
  private let layers: [TextEdits]
  /// Escapes inside escapes are resolved so often.
  private static let mostLayers = 3
  package static let padding = 64

  /// The view of `text`, UTF-8, or nil when the text is its own view.
  ///
  /// Linear.
  package init?(of text: Span<UInt8>) {
    // SAFETY: the kernel reads the span's bytes and no others.
    let suspicion = unsafe text.withUnsafeBufferPointer { unsafe newsprint_forms($0.baseAddress, $0.count) }
    guard suspicion != 0 else { return nil }
    var layers: [TextEdits] = []
    var bytes: [UInt8] = []
    var forms: Forms = []
    if suspicion & UInt32(NEWSPRINT_MOJIBAKE) != 0, let repair = Mojibake.repaired(text) {
      forms.insert(.mojibake)
      layers.append(repair.edits)
      bytes = repair.bytes
    }
    while layers.count < Self.mostLayers {
      var pass = TextUnwrapping()
      if layers.isEmpty { pass.run(text) } else { pass.run(bytes.span) }
      guard !pass.edits.isEmpty else { break }
      if firstMarkup == nil, let found = pass.firstMarkup { firstMarkup = layers.reversed().reduce(found) { $1.source($0) } }
      forms.formUnion(pass.forms)
      layers.append(pass.edits)
      bytes = pass.bytes
      if pass.forms.isDisjoint(with: .entities) { break }
    }
    guard !layers.isEmpty else { return nil }
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
    self.bytes = bytes
    self.layers = layers
    self.forms = forms
  }

  /// How many changes the first pass made.
  package var changes: Int { layers[0].count }

  /// The characters that had been read in a wrong code page: how many, from the first to the last of them, and their bytes; nil
  /// when none had.
  package var misread: (count: Int, range: Range<Int>, bytes: Int)? {
    forms.contains(.mojibake) ? (layers[0].count, layers[0].span, layers[0].sourceBytes) : nil
  }

  /// The bytes of the original text that `range` of the view stands for.
  ///
  /// O(log n) in the number of changes.
  package func source(_ range: Range<Int>) -> Range<Int> {
    layers.reversed().reduce(range) { $1.source($0) }
  }
}

/// What one pass over a text replaced, in order; everything between two changes is copied.
struct TextEdits: Sendable {
  private struct Edit {
    /// Where the replacement begins and ends in the result.
    var start: Int
    var end: Int
    /// What it replaces.
    var sourceStart: Int
    var sourceEnd: Int
  }

  private var edits: [Edit] = []

  var isEmpty: Bool { edits.isEmpty }
  var count: Int { edits.count }
  var first: Range<Int> { edits.first.map { $0.sourceStart..<$0.sourceEnd } ?? 0..<0 }
  /// From the first change to the last, in the old text.
  var span: Range<Int> { first.lowerBound..<(edits.last?.sourceEnd ?? 0) }
  /// Bytes of the old text that were replaced.
  var sourceBytes: Int { edits.reduce(0) { $0 + $1.sourceEnd - $1.sourceStart } }

  /// `result` of the new text stands for `source` of the old one.
  mutating func append(_ result: Range<Int>, for source: Range<Int>) {
    edits.append(
      Edit(
        start: result.lowerBound, end: result.upperBound, sourceStart: source.lowerBound, sourceEnd: source.upperBound))
  }

  /// The range of the old text that `range` of the new one stands for; a replacement is taken whole.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let start = source(of: range.lowerBound).lowerBound
      return start..<start
    }
    let low = source(of: range.lowerBound).lowerBound
    return low..<max(low, source(of: range.upperBound - 1).upperBound)
  }

  /// The bytes of the old text that byte `place` of the new one stands for.
  private func source(of place: Int) -> Range<Int> {
    let low = edits.partitioningIndex { $0.end > place }
    if low < edits.count, edits[low].start <= place { return edits[low].sourceStart..<edits[low].sourceEnd }
    guard low > 0 else { return place..<place + 1 }
    let copied = place - edits[low - 1].end + edits[low - 1].sourceEnd
    return copied..<copied + 1
  }
}
