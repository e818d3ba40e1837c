internal import Articles
internal import Boilerplate
internal import Copies
internal import Tables
internal import Text

/// How sound a scraped text is: how much of it is the article's own running text, and how much of that is broken.
///
/// What stays of several copies is chosen by this and not by the number of bytes: a body printed nine times, entities that were
/// escaped twice, a share box and a stub before a paywall all make a record longer, or earlier, and none makes it better.
struct TextCondition: Sendable, Hashable {
  /// Words of running text: boilerplate, fragments and sentences that were printed before left out.
  private(set) var words = 0
  /// Words of the page around it: boilerplate, and short lines that end no sentence.
  private(set) var residue = 0
  /// Words in sentences that stand in the text already.
  private(set) var repeated = 0
  /// Places where the text is broken, see ``DamageScan``; a text in capitals counts half its words.
  private(set) var damage = 0
  /// Letters beyond ASCII, of which a copy may have lost all.
  private(set) var accents = 0
  /// Whether the page says that its reader has not got the whole text.
  private(set) var isStub = false
  /// Whether the text or its headline begins as a correction does.
  var isCorrection = false

  /// Nothing known.
  init() {}

  /// What was read before.
  init(words: Int, residue: Int, repeated: Int, damage: Int, accents: Int, isStub: Bool, isCorrection: Bool = false) {
    self.words = words
    self.residue = residue
    self.repeated = repeated
    self.damage = damage
    self.accents = accents
    self.isStub = isStub
    self.isCorrection = isCorrection
  }

  /// Reads the condition of the article that `body` read last; `text` is its text as it came in, where it shows what is broken.
  ///
  /// - Complexity: O(length).
  init(_ text: Span<UInt8>, _ body: BodyReader) {
    let count = body.words.count
    let hashes = body.words.hashes.span
    self.init(
      text, reading: body.bytes.span.extracting(body.range), body.boilerplate,
      starts: body.words.starts.span.extracting(0..<count), traits: body.words.traits.span.extracting(0..<count)
    ) { UInt32(truncatingIfNeeded: hashes[$0]) }
  }

  /// As ``init(_:_:)``, of an article whose digest was kept.
  init(_ digest: CopyDigest, _ boilerplate: [BoilerplateSpan]) {
    let (words, text, page) = (digest.words, digest.text, digest.page)
    let hashes = words.hashes.span
    self.init(text.span, reading: page.span, boilerplate, starts: words.starts.span, traits: words.traits.span) { hashes[$0] }
  }

  /// `hash` gives the lower half of a word's hash.
  @inline(__always)
  private init(
    _ text: Span<UInt8>, reading: Span<UInt8>, _ boilerplate: [BoilerplateSpan], starts: Span<UInt32>,
    traits: Span<WordFlags>, hash: (Int) -> UInt32
  ) {
    let scan = DamageScan(text)
    residue = boilerplate.reduce(0) { $0 + Self.wordCount(reading, $1.range.indices) }
    let page = PageLines(reading, starts, traits, hash)
    countWords(page.head..<starts.count - page.tail, reading, starts, traits, isWrapped: scan.isWrapped, hash)
    residue += page.talk
    damage = scan.broken + (scan.isWrapped ? scan.wraps : 0) + (scan.isCapitals ? words / 2 : 0)
    accents = scan.accents
    isStub = StubMarks.standard.isStub(text)
  }

  /// The worth of the text as the copy that stays, in words: running text less what surrounds it, less its broken share.
  var worth: Float {
    guard words > 0 else { return 0 }
    let share = min(ChoiceTuning.mostDamage, ChoiceTuning.damageWeight * Float(damage) / Float(words))
    let body = max(Float(words) * ChoiceTuning.leastBody, Float(words) - Float(residue))
    return body * (1 - share) * (isStub ? ChoiceTuning.stubWorth : 1)
  }

  /// Broken places for each word.
  var damageRate: Float { words > 0 ? Float(damage) / Float(words) : 0 }

  /// Whether it has hardly any of the accents that another version of the text has.
  func hasLostAccents(beside other: TextCondition) -> Bool {
    Self.hasLost(accents, of: other.accents, words: other.words)
  }

  /// Whether either of two texts of about so many words has hardly any of the accents of the other: what differs in their words
  /// then says nothing.
  static func areAccentsLost(_ a: Span<UInt8>, _ b: Span<UInt8>, words: Int) -> Bool {
    let (first, second) = (DamageScan(a).accents, DamageScan(b).accents)
    return hasLost(first, of: second, words: words) || hasLost(second, of: first, words: words)
  }

  private static func hasLost(_ accents: Int, of others: Int, words: Int) -> Bool {
    Float(others) >= ChoiceTuning.accented * Float(words) && accents * ChoiceTuning.lostAccents < others
  }

  /// Residue and repetition beyond what any page has.
  var noise: Int { max(0, residue + repeated - words / ChoiceTuning.quietShare) }

  /// Which of two texts is sounder: the one with its accents, the less broken, then the one with least of its page around it,
  /// then the longer; nil when they are alike.
  func isSounder(than other: TextCondition) -> Bool? {
    if hasLostAccents(beside: other) { return false }
    if other.hasLostAccents(beside: self) { return true }
    let damages = (damage / ChoiceTuning.equalDamage, other.damage / ChoiceTuning.equalDamage)
    if damages.0 != damages.1 { return damages.0 < damages.1 }
    if noise != other.noise { return noise < other.noise }
    if words != other.words { return words > other.words }
    return (residue, damage) == (other.residue, other.damage) ? nil : (residue, damage) < (other.residue, other.damage)
  }

  @inline(__always)
  private mutating func countWords(
    _ range: Range<Int>, _ text: Span<UInt8>, _ starts: Span<UInt32>, _ traits: Span<WordFlags>, isWrapped: Bool,
    _ hash: (Int) -> UInt32
  ) {
    var seen = FlatTable<UInt64, Void>()
    var sentence = SentenceRun()
    var line = CurrentLine()
    for index in range {
      let isNewLine = line.advance(to: Int(starts[index]), in: text)
      if traits[index].contains(.sentenceStart) || isNewLine { close(&sentence, &seen, isWrapped) }
      sentence.add(UInt64(hash(index)), endsSentence: line.endsSentence, lineWords: line.words)
    }
    close(&sentence, &seen, isWrapped)
  }

  private mutating func close(_ sentence: inout SentenceRun, _ seen: inout FlatTable<UInt64, Void>, _ isWrapped: Bool) {
    defer { sentence = SentenceRun() }
    guard sentence.words > 0 else { return }
    if sentence.words >= ChoiceTuning.repeatedWords, !seen.insert(sentence.hash) {
      repeated += sentence.words
    } else if !isWrapped, sentence.isFragment {
      residue += sentence.words
    } else {
      words += sentence.words
    }
  }

  /// Words by white space: near enough for what is left out anyway.
  private static func wordCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var isInside = false
    for index in range.clamped(to: 0..<text.count) {
      let isSpace = TextBytes.isSpace(text[index])
      if !isSpace, !isInside { count += 1 }
      isInside = !isSpace
    }
    return count
  }
}

/// The words of one sentence as they come.
private struct SentenceRun {
  var words = 0
  var hash: UInt64 = 0
  private var endsSentence = false
  private var lineWords = 0

  /// A piece of a line too short for running text, or of a short line that ends no sentence: a menu, a label, a heading.
  var isFragment: Bool {
    lineWords < ChoiceTuning.fewestLineWords || (!endsSentence && lineWords < ChoiceTuning.openLineWords)
  }

  mutating func add(_ word: UInt64, endsSentence: Bool, lineWords: Int) {
    words += 1
    hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ word
    self.endsSentence = endsSentence
    self.lineWords = lineWords
  }
}

/// The line around a place that moves forward through a text.
private struct CurrentLine {
  private var end = -1
  /// Words of the line, by white space; more than ``ChoiceTuning/openLineWords`` are not counted.
  private(set) var words = 0
  /// Whether the line's last character ends a sentence.
  private(set) var endsSentence = false

  /// Moves to the line with byte `place`; true when that is another line than before.
  mutating func advance(to place: Int, in text: Span<UInt8>) -> Bool {
    guard place >= end else { return false }
    var start = max(0, end)
    while true {
      end = TextBytes.lineFeed(text, from: start)
      if place < end || end >= text.count { break }
      start = end + 1
    }
    read(TextBytes.trimmed(text, start..<end), text)
    return true
  }

  private mutating func read(_ line: Range<Int>, _ text: Span<UInt8>) {
    words = 0
    var isInside = false
    for index in line {
      let isSpace = TextBytes.isSpace(text[index])
      if !isSpace, !isInside {
        words += 1
        if words == ChoiceTuning.openLineWords { break }
      }
      isInside = !isSpace
    }
    endsSentence = Self.isEnd(text, line)
  }

  /// Whether `. ! ? …` or their like in other scripts stand at the end, quotes and brackets aside.
  private static func isEnd(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var last = line.upperBound - 1
    while last >= line.lowerBound {
      let byte = text[last]
      if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D {
        last -= 1
      } else if last - 2 >= line.lowerBound, text[last - 2] == 0xE2, text[last - 1] == 0x80, (0x98...0x9F).contains(byte) {
        last -= 3
      } else if last - 1 >= line.lowerBound, text[last - 1] == 0xC2, byte == 0xBB {
        last -= 2
      } else {
        break
      }
    }
    guard last >= line.lowerBound else { return false }
    let byte = text[last]
    if byte == 0x2E || byte == 0x21 || byte == 0x3F { return true }
    guard last - 2 >= line.lowerBound else { return false }
    let scalar = (text[last - 2], text[last - 1], byte)
    // … 。 । ！ ？ and the Arabic full stop and question mark.
    return scalar == (0xE2, 0x80, 0xA6) || scalar == (0xE3, 0x80, 0x82) || scalar == (0xE0, 0xA5, 0xA4)
      || scalar == (0xEF, 0xBC, 0x81) || scalar == (0xEF, 0xBC, 0x9F)
      || (scalar.1 == 0xDB && scalar.2 == 0x94) || (scalar.1 == 0xD8 && scalar.2 == 0x9F)
  }
}
