internal import Tables
internal import Text

/// Boilerplate that no list of phrases can name: recognised by the shape of a short line.
struct BoilerplateShapes: Sendable {
  let vocabulary: BoilerplateVocabulary
  private let thePost = BoilerplateWords.hash("the")
  private let post = BoilerplateWords.hash("post")
  private let appeared = BoilerplateWords("appeared first on").hashes
  private let ofWord = BoilerplateWords.hash("of")
  private let am = BoilerplateWords.hash("am")
  private let pm = BoilerplateWords.hash("pm")

  /// The rules in the order in which they are asked; the first answer counts.
  func kind(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: BoilerplateWords) -> BoilerplateKind? {
    if words.count == 0 { return hasArrow(text, line.range) ? .navigation : nil }
    if isAddress(text, line.range) { return .link }
    if isTagList(text, line.range) { return .tags }
    if appearedFirst(words) { return .sourceLink }
    if words.count <= 12, text[line.range.upperBound - 1] != 0x2E {
      if isCounter(words) { return .counter }
      if isDate(text, line, words) { return .date }
    }
    if isAuthorLine(text, line, words) { return .bylineResidue }
    return nil
  }

  /// "< >", "»", "← →": the buttons of a pager.
  private func hasArrow(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range {
      if text[i] == 0x3C || text[i] == 0x3E || text[i] == 0x7C { return true }
      if text[i] == 0xE2, i + 1 < range.upperBound, text[i + 1] == 0x86 || text[i + 1] == 0x96 { return true }
      if text[i] == 0xC2, i + 1 < range.upperBound, text[i + 1] == 0xAB || text[i + 1] == 0xBB { return true }
    }
    return false
  }

  /// One address without spaces: a URL, a host with a path, an e-mail address, a handle.
  private func isAddress(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var dots = 0
    var slashes = 0
    var ats = 0
    for i in range {
      if TextBytes.isSpace(text[i]) { return false }
      if text[i] == 0x2E, i > range.lowerBound, i + 1 < range.upperBound { dots += 1 }
      if text[i] == 0x2F { slashes += 1 }
      if text[i] == 0x40 { ats += 1 }
    }
    return slashes >= 2 && dots >= 1 || ats == 1 && dots >= 1 || dots >= 2 && slashes >= 1
      || ats == 1 && text[range.lowerBound] == 0x40 && range.count > 3
  }

  /// "#budget #harbour": every word a hashtag.
  private func isTagList(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] == 0x23 else { return false }
    for i in range.dropFirst() where TextBytes.isSpace(text[i - 1]) && !TextBytes.isSpace(text[i]) && text[i] != 0x23 {
      return false
    }
    return range.count > 2
  }

  /// "WATCH: ...", "READ MORE: ...", "PHOTOS: ...": a label of the page in capitals, and the byte behind its colon.
  func capitalLabel(_ text: Span<UInt8>, _ range: Range<Int>, _ words: BoilerplateWords) -> (kind: BoilerplateKind, end: Int)? {
    var i = words.starts[0]
    while i < range.upperBound, TextBytes.isUpper(text[i]) || text[i] == 0x20 { i += 1 }
    guard i < range.upperBound, text[i] == 0x3A, i - words.starts[0] <= 20 else { return nil }
    return Self.labels[words.hashes[0]].map { ($0, i + 1) }
  }

  private static let labels: [UInt64: BoilerplateKind] = {
    var result: [UInt64: BoilerplateKind] = [:]
    for word in BoilerplateWords("watch video listen").hashes { result[word] = .video }
    for word in BoilerplateWords("read related more also see poll").hashes { result[word] = .related }
    for word in BoilerplateWords("photos photo gallery pictures slideshow map chart").hashes { result[word] = .caption }
    return result
  }()

  /// Whether the line is a feed's "The post TITLE appeared first on SITE".
  private func appearedFirst(_ words: BoilerplateWords) -> Bool {
    guard words.count >= 6, words.hashes[0] == thePost, words.hashes[1] == post else { return false }
    return (2...words.count - 3).contains { words.hashes[$0] == appeared[0] && words.hashes[$0 + 1] == appeared[1] }
  }

  /// "12 Shares", "3 min read", "Post# 7 of 120", "Page 2 of 5", "News ID: 1234".
  private func isCounter(_ words: BoilerplateWords) -> Bool {
    var numbers = 0
    var counted = 0
    var identifiers = 0
    for hash in words.hashes {
      if hash == BoilerplateWords.number {
        numbers += 1
      } else if vocabulary.counted.contains(hash) {
        counted += 1
      } else if vocabulary.identifiers.contains(hash) {
        identifiers += 1
      } else if !vocabulary.counterFillers.contains(hash) {
        return false
      }
    }
    guard numbers > 0 else { return false }
    if numbers == words.count { return false }
    let pages = words.hashes.contains(ofWord)
    return counted > 0 || identifiers > 0 || pages && numbers >= 2
  }

  /// A date or time with nothing but its labels: "Published: 0555 GMT January 08, 2020", "08/01/2020 12:30".
  ///
  /// In the middle of an article a bare date is a heading of the article's own; there a label has to stand with it.
  private func isDate(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: BoilerplateWords) -> Bool {
    var numbers = 0
    var named = 0
    var labels = 0
    for w in 0..<words.count {
      let hash = words.hashes[w]
      if hash == BoilerplateWords.number || TextBytes.isDigit(text[words.starts[w]]) {
        numbers += 1
      } else if vocabulary.calendar.contains(hash) {
        named += 1
      } else if vocabulary.dateLabels.contains(hash) {
        labels += 1
      } else {
        return false
      }
    }
    guard numbers > 0, labels > 0 || line.isNearTop || line.index + 6 >= line.total else { return false }
    return named > 0 || isNumericDate(text, line.range)
  }

  /// The page's clock at the beginning of a line, behind the place that stands before it, "LISSE | Tue Mar 4, 2014 6:51 pm GMT",
  /// or behind a headline that was glued to it.
  ///
  /// A date with a year and a time, with nothing but its labels around it; behind a headline with the day of the week, the month
  /// and the zone.
  func stamp(_ text: Span<UInt8>, _ words: BoilerplateWords) -> Range<Int>? {
    guard words.count >= 4 else { return nil }
    if let word = stampStart(text, words), let stamp = stamp(text, words, from: word, needsZone: false) { return stamp }
    if let stamp = stamp(text, words, from: 0, needsZone: false) { return stamp }
    for word in 4..<words.count
    where TextBytes.isUpper(text[words.starts[word]]) && vocabulary.calendar.contains(words.hashes[word]) {
      if let stamp = stamp(text, words, from: word, needsZone: true) { return stamp }
    }
    return nil
  }

  private func stamp(_ text: Span<UInt8>, _ words: BoilerplateWords, from first: Int, needsZone: Bool) -> Range<Int>? {
    var names = 0
    var hasYear = false
    var hasZone = false
    var last: Int?
    for word in first..<min(words.count, first + 16) {
      let hash = words.hashes[word]
      let begin = words.starts[word]
      if vocabulary.calendar.contains(hash) {
        names += 1
        last = word
      } else if hash == BoilerplateWords.number || TextBytes.isDigit(text[begin]) {
        let isYear = words.ends[word] - begin == 4 && (text[begin] == 0x32 || text[begin] == 0x31)
        hasYear = hasYear || isYear
        last = word
      } else if vocabulary.dateLabels.contains(hash) {
        let isZone = words.ends[word] - begin >= 2 && TextBytes.isUpper(text[begin + 1]) && hash != am && hash != pm
        hasZone = hasZone || isZone
        if isZone || hash == am || hash == pm { last = word }
      } else {
        break
      }
    }
    guard names > 0, hasYear, let last, last > first, !needsZone || names > 1 && hasZone else { return nil }
    let range = words.starts[first]..<words.ends[last]
    return hasClock(text, range) ? range : nil
  }

  /// The first word behind "PLACE |".
  private func stampStart(_ text: Span<UInt8>, _ words: BoilerplateWords) -> Int? {
    guard let start = words.starts.first, let end = words.starts.last else { return nil }
    let bar = TextBytes.next(0x7C, in: text, start..<end)
    return bar < end ? words.starts.partitioningIndex { $0 > bar } : nil
  }

  /// Whether two figures are joined by a colon or a full stop, as in 6:51 and 14.05.
  func hasClock(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for joint in [0x3A, 0x2E] as [UInt8] {
      var place = TextBytes.next(joint, in: text, range)
      while place < range.upperBound {
        if place > range.lowerBound, place + 1 < range.upperBound, TextBytes.isDigit(text[place - 1]),
          TextBytes.isDigit(text[place + 1])
        {
          return true
        }
        place = TextBytes.next(joint, in: text, place + 1..<range.upperBound)
      }
    }
    return false
  }

  /// Whether one word of the line is a date or a time in figures: 2020-01-08, 8/1/2020, 08.01.2020 or 12:30.
  private func isNumericDate(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var joints = 0
    var joint: UInt8 = 0
    for i in range.dropFirst().dropLast() {
      if TextBytes.isSpace(text[i]) { joints = 0 }
      guard TextBytes.isDigit(text[i - 1]), TextBytes.isDigit(text[i + 1]) else { continue }
      if text[i] == 0x3A { return true }
      guard text[i] == 0x2D || text[i] == 0x2F || text[i] == 0x2E else { continue }
      joints = text[i] == joint ? joints + 1 : 1
      joint = text[i]
      if joints == 2, isDate(text, range, around: i) { return true }
    }
    return false
  }

  /// Whether the three numbers that end behind the joint `last` can be a day, a month and a year: no telephone number, no
  /// version.
  private func isDate(_ text: Span<UInt8>, _ range: Range<Int>, around last: Int) -> Bool {
    var start = last
    while start > range.lowerBound, !TextBytes.isSpace(text[start - 1]) { start -= 1 }
    var numbers: [(value: Int, digits: Int)] = [(0, 0)]
    for i in start..<range.upperBound {
      if TextBytes.isDigit(text[i]) {
        guard numbers[numbers.count - 1].digits < 4 else { return false }
        numbers[numbers.count - 1].value = numbers[numbers.count - 1].value * 10 + Int(text[i] - 0x30)
        numbers[numbers.count - 1].digits += 1
      } else if numbers[numbers.count - 1].digits > 0 {
        if numbers.count == 3 { break }
        numbers.append((0, 0))
      }
    }
    guard numbers.count == 3 else { return false }
    func isDayAndMonth(_ a: Int, _ b: Int) -> Bool { max(a, b) <= 31 && min(a, b) <= 12 && min(a, b) > 0 }
    if numbers[0].digits == 4 { return isDayAndMonth(numbers[1].value, numbers[2].value) }
    return (numbers[2].digits == 2 || numbers[2].digits == 4) && isDayAndMonth(numbers[0].value, numbers[1].value)
  }
}

/// Lines at the top that name who wrote an article or for which desk.
extension BoilerplateShapes {
  /// "By Jane Roe", "Political Desk", "Jane Roe, John Doe and Max Poe" near the top, without the end of a sentence.
  func isAuthorLine(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: BoilerplateWords) -> Bool {
    guard line.isNearTop, line.total > 2, line.range.count <= 90, words.count >= 2, words.count <= 12,
      !line.endsSentence(text)
    else { return false }
    if vocabulary.by.contains(words.hashes[0]), words.count <= 9 { return capitalised(text, words, from: 1) == words.count - 1 }
    if words.count <= 4, line.index > 0, let last = words.hashes.last, vocabulary.desks.contains(last) {
      return capitalised(text, words, from: 0) == words.count
    }
    return line.index > 0 && isNameList(text, line, words)
  }

  /// Words from `first` on that begin with a capital letter or join names.
  private func capitalised(_ text: Span<UInt8>, _ words: BoilerplateWords, from first: Int) -> Int {
    (first..<words.count).count {
      let byte = text[words.starts[$0]]
      return TextBytes.isUpper(byte) || byte == 0xC3 || vocabulary.and.contains(words.hashes[$0])
    }
  }

  /// At least two names of two or three capitalised words, joined by commas and "and" and nothing else.
  private func isNameList(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: BoilerplateWords) -> Bool {
    guard words.count >= 4, words.starts[0] == line.range.lowerBound, capitalised(text, words, from: 0) == words.count,
      // A headline in capitals is a list of nothing.
      line.range.contains(where: { TextBytes.isLower(text[$0]) })
    else { return false }
    var names = 0
    var length = 0
    for w in 0..<words.count {
      let joins = vocabulary.and.contains(words.hashes[w])
      if !joins { length += 1 }
      let next = w + 1 < words.count ? text[words.ends[w]] : 0x2C
      guard next == 0x20 || next == 0x2C, w + 1 == words.count || words.starts[w + 1] - words.ends[w] <= 2 else { return false }
      guard joins || next == 0x2C || w + 1 == words.count else { continue }
      if length == 0 { continue }
      guard (2...3).contains(length) else { return false }
      names += 1
      length = 0
    }
    return names >= 2
  }
}

/// Captions of pictures and videos, told by how their line ends.
struct BoilerplateCaptions: Sendable {
  let vocabulary: BoilerplateVocabulary
  /// Longest caption that is recognised, in bytes.
  static let longest = 450

  /// Whether the line is a caption: it ends with a picture credit in parentheses, or with the running time of a video.
  ///
  /// A name in parentheses after the last sentence of an article is a credit of the text and no caption, so the last two
  /// lines are exempt unless the credit speaks of pictures.
  func isCaption(_ text: Span<UInt8>, _ line: BoilerplateLine, _ scratch: inout BoilerplateWords) -> Bool {
    guard line.range.count <= Self.longest, line.range.count >= 12 else { return false }
    let last = text[line.range.upperBound - 1]
    if last == 0x29 { return endsWithCredit(text, line, &scratch) }
    return TextBytes.isDigit(last) && endsWithRunningTime(text, line.range)
  }

  private func endsWithCredit(_ text: Span<UInt8>, _ line: BoilerplateLine, _ words: inout BoilerplateWords) -> Bool {
    let end = line.range.upperBound - 1
    guard let open = (max(line.range.lowerBound, end - 60)..<end).last(where: { text[$0] == 0x28 }) else { return false }
    // The credit follows a sentence, or is the whole line.
    var before = open - 1
    while before >= line.range.lowerBound, text[before] == 0x20 { before -= 1 }
    let follows = before < line.range.lowerBound || text[before] == 0x2E || text[before] >= 0x80 || text[before] == 0x22
    guard follows else { return false }
    words.read(text, open..<end, limit: 12)
    guard words.count > 0, words.count <= 8 else { return false }
    let names = (0..<words.count).allSatisfy {
      let byte = text[words.starts[$0]]
      return TextBytes.isUpper(byte) || byte >= 0x80 || vocabulary.pictureCredit.contains(words.hashes[$0])
    }
    guard names, words.hashes.contains(where: vocabulary.pictureCredit.contains) else { return false }
    return line.index + 2 < line.total || (open..<end).contains { text[$0] == 0x2F } && words.count > 2
  }

  /// Whether the line ends with minutes and seconds behind a full stop, as the caption of a video does.
  private func endsWithRunningTime(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    while i > range.lowerBound, TextBytes.isDigit(text[i]) || text[i] == 0x3A { i -= 1 }
    let clock = i + 1..<range.upperBound
    guard clock.count >= 4, clock.count <= 8, text[clock.upperBound - 3] == 0x3A, text[i] == 0x20, i > range.lowerBound
    else { return false }
    let before = text[i - 1]
    return before == 0x2E || before == 0x21 || before == 0x3F || before == 0x22
  }
}
