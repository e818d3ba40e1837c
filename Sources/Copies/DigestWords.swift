package import Text
internal import Tables

/// The words of an article as the anatomy of a pair needs them: where they stand and what they look like.
package struct DigestWords: Sendable {
  /// The lower half of each word's hash.
  package let hashes: [UInt32]
  /// Places in the reading, in bytes.
  package let starts: [UInt32]
  let ends: [UInt32]
  package let traits: [WordFlags]
  private let stopWords = StopWords.standard
  /// The reading that the ranges count in.
  let reading: ArraySlice<UInt8>

  init(_ words: borrowing WordStream, reading: ArraySlice<UInt8>) {
    hashes = words.hashes[..<words.count].map { UInt32(truncatingIfNeeded: $0) }
    starts = Array(words.starts[..<words.count])
    ends = Array(words.ends[..<words.count])
    traits = Array(words.traits[..<words.count])
    self.reading = reading
  }

  /// Whether the word says what a text is about: a number, or a word of four bytes or more that is no function word.
  func isContent(_ word: Int) -> Bool {
    ends[word] - starts[word] >= 4 && !stopWords.contains(lower: hashes[word]) || traits[word].contains(.number)
  }

  /// Whether the word is a figure, or a name by its capital.
  func isName(_ word: Int) -> Bool {
    traits[word].contains(.number) || traits[word].contains(.capitalised) && !traits[word].contains(.sentenceStart)
  }

  /// Whether a time of day begins at the word: two numbers with a colon between them.
  func isClock(_ word: Int) -> Bool {
    guard word + 1 < hashes.count, traits[word].contains(.number), traits[word + 1].contains(.number),
      ends[word] + 1 == starts[word + 1]
    else { return false }
    return reading[reading.startIndex + Int(ends[word])] == 0x3A
  }

  /// The lower halves of the hashes of its words of content.
  var contents: [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(hashes.count)
    for word in hashes.indices where isContent(word) { result.append(hashes[word]) }
    return result
  }

  /// Those of the words before place `end`.
  package func contents(before end: Int) -> [UInt32] { (0..<end).filter(isContent).map { hashes[$0] } }

  /// The content words of a run that `set` has not yet, into it and behind `distinct`.
  func readContents(of run: Range<Int>, into set: inout FeatureSet, _ distinct: inout [UInt32]) {
    for word in run where isContent(word) && set.insert(hashes[word]) { distinct.append(hashes[word]) }
  }

  /// Whether each word stands in running text: in a line that ends a sentence, or is long and no row of figures.
  ///
  /// Text without line breaks and text broken at one width are running text.
  func proseFlags(_ tuning: CopyTuning) -> [Bool] {
    let lines = lines()
    if LineWrapping.isHardWrapped(lines.map(\.bytes)) { return [Bool](repeating: true, count: hashes.count) }
    var flags: [Bool] = []
    flags.reserveCapacity(hashes.count)
    for line in lines {
      let isProse =
        line.words.count > tuning.longestListLine && !isLineOfFigures(line.words, tuning)
        || line.words.count >= tuning.shortestSentence && endsSentence(line.bytes)
      flags += repeatElement(isProse, count: line.words.count)
    }
    return flags
  }

  /// The words of each line that holds some.
  func wordsOfLines() -> [Range<Int>] { lines().map(\.words) }

  /// The bytes of a run of words in the reading, from its beginning.
  func bytes(_ run: Range<Int>) -> Range<Int> {
    run.isEmpty ? 0..<0 : Int(starts[run.lowerBound])..<Int(ends[run.upperBound - 1])
  }

  /// The lines that hold words.
  private func lines() -> [(words: Range<Int>, bytes: Range<Int>)] {
    var result: [(words: Range<Int>, bytes: Range<Int>)] = []
    var first = 0
    let text = reading.span
    while first < hashes.count {
      let start = reading.startIndex + Int(starts[first])
      let end = reading.startIndex + TextBytes.lineFeed(text, from: Int(starts[first]))
      var last = first
      while last < hashes.count, reading.startIndex + Int(starts[last]) < end { last += 1 }
      result.append((first..<max(last, first + 1), start..<end))
      first = max(last, first + 1)
    }
    return result
  }

  /// Whether a line has a figure for every few words: prices, results, temperatures one behind the other.
  private func isLineOfFigures(_ line: Range<Int>, _ tuning: CopyTuning) -> Bool {
    line.count { traits[$0].contains(.number) } * tuning.wordsOfFigures >= line.count
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    var i = line.upperBound - 1
    // Closing quotes and brackets, of more than one byte too.
    while i > line.lowerBound, reading[i] <= 0x22 || reading[i] == 0x27 || reading[i] == 0x29 || reading[i] >= 0x80 {
      if reading[i] >= 0x80, isSentenceEnd(beyondASCII: i) { return true }
      i -= 1
    }
    return reading[i] == 0x2E || reading[i] == 0x21 || reading[i] == 0x3F
  }

  /// The last byte of an ideographic full stop, an Arabic question mark or full stop, a danda.
  private func isSentenceEnd(beyondASCII i: Int) -> Bool {
    guard i - 2 >= reading.startIndex else { return false }
    switch (reading[i - 2], reading[i - 1], reading[i]) {
    case (0xE3, 0x80, 0x82), (0xE0, 0xA5, 0xA4), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
    case (_, 0xD8, 0x9F), (_, 0xDB, 0x94): return true
    default: return false
    }
  }

  /// The words but for those of the given places.
  func removing(_ places: Set<Int>) -> DigestWords { DigestWords(self, kept: hashes.indices.filter { !places.contains($0) }) }

  private init(_ words: DigestWords, kept: [Int]) {
    hashes = kept.map { words.hashes[$0] }
    starts = kept.map { words.starts[$0] }
    ends = kept.map { words.ends[$0] }
    traits = kept.map { words.traits[$0] }
    reading = words.reading
  }
}
