internal import Resources

/// What a page prints round a story and that is no statement of it: page clocks, datelines, credits for texts and pictures.
///
/// Two prints of one story differ in these as a matter of course: the page was made at another minute, the desk has another
/// editor, the site another photographer. Boilerplate of whole lines is told elsewhere; these stand in the middle of lines too,
/// since scrapers join lines.
///
/// Complexity: linear in the tokens; every pattern looks a bounded number of tokens ahead.
struct PageMatter {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let vocabulary: LinguisticVocabulary
  private var words: PageWords { vocabulary.page }

  /// The token ranges of a text that are page matter, in order.
  static func ranges(in tokens: [Token], bytes: [UInt8], vocabulary: LinguisticVocabulary) -> [Range<Int>] {
    let matter = PageMatter(bytes: bytes, tokens: tokens, vocabulary: vocabulary)
    var found: [Range<Int>] = []
    var index = 0
    while index < tokens.count {
      if let end = matter.end(from: index, follows: found.last?.upperBound == index), end > index {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// One past the page matter at `index`, which follows other matter or not.
  private func end(from index: Int, follows: Bool) -> Int? {
    let token = tokens[index]
    if isLineStart(index), let end = headEnd(from: index) { return end }
    guard
      token.kind == .number || token.shape.contains(.capitalised) || token.word == vocabulary.openBracket
        || words.triggers.contains(token.word)
    else { return nil }
    if follows || isLineStart(index), let end = datelineEnd(from: index) { return end }
    return stampEnd(from: index) ?? creditEnd(from: index) ?? pictureEnd(from: index) ?? agencySlashEnd(from: index)
      ?? nameSlashEnd(from: index)
  }

  /// One past the stamps before the story, or those that are a line of their own.
  private func headEnd(from index: Int) -> Int? {
    guard let end = PageHead(bytes: bytes, tokens: tokens, vocabulary: vocabulary).end(from: index) else { return nil }
    return index == 0 || end == tokens.count || isLineStart(end) ? end : nil
  }

  private func isLineStart(_ index: Int) -> Bool {
    index == 0 || !tokens[index].shape.isDisjoint(with: [.lineStart, .paragraphStart])
  }

  // MARK: Page clocks

  /// `Mon Feb 21, 2011 6:51 pm EST`, `12 October 2011 Last updated at 15:00 GMT`, `Published: 4 May 2020 11:39`: a whole date and
  /// a time of day, told by no preposition.
  private func stampEnd(from index: Int) -> Int? {
    if index > 0, words.beforeDates.contains(tokens[index - 1].word) { return nil }
    guard
      tokens[index].kind == .number || vocabulary.calendar.all.contains(tokens[index].word)
        || words.published.contains(tokens[index].word)
    else { return nil }
    var position = index
    let isLabelled = words.published.contains(tokens[index].word)
    if isLabelled {
      position = skipping(from: index + 1, limit: 5) {
        words.published.contains($0.word) || words.joins.contains($0.word) || $0.kind == .mark
      }
    }
    if let afterDate = dateEnd(from: position) {
      let next = skipping(from: afterDate, limit: 6) {
        words.joins.contains($0.word) || words.published.contains($0.word) || $0.kind == .mark
      }
      if let afterClock = clockEnd(from: next) { return zoneEnd(from: afterClock) }
      return isLabelled ? afterDate : nil
    }
    guard let afterClock = clockEnd(from: position).map(zoneEnd) else { return nil }
    let next = skipping(from: afterClock, limit: 3) { words.joins.contains($0.word) || $0.kind == .mark }
    return dateEnd(from: next) ?? (isLabelled ? afterClock : nil)
  }

  private func skipping(from start: Int, limit: Int, while isSkipped: (Token) -> Bool) -> Int {
    var position = start
    while position < tokens.count, position - start < limit, isSkipped(tokens[position]) { position += 1 }
    return position
  }

  /// One past a date with its year: weekday or not, day and month in either order.
  private func dateEnd(from start: Int) -> Int? {
    var position = start
    if position < tokens.count, vocabulary.calendar.weekdays[tokens[position].word] != nil {
      position = skipping(from: position + 1, limit: 2) { $0.kind == .mark }
    }
    var sawMonth = false
    var sawDay = false
    for _ in 0..<6 where position < tokens.count {
      let token = tokens[position]
      if !sawMonth, vocabulary.calendar.months[token.word] != nil {
        sawMonth = true
      } else if !sawDay, token.kind == .number, token.bytes.count <= 4, isYear(position) == false {
        sawDay = true
      } else if sawMonth, sawDay, isYear(position) {
        return position + 1
      } else if !(token.kind == .mark || words.joins.contains(token.word)) {
        return nil
      }
      position += 1
    }
    return nil
  }

  private func isYear(_ position: Int) -> Bool {
    let digits = bytes[tokens[position].bytes]
    return digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
      && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// One past a time of day: `15:00`, `6:51 pm`, `7pm`.
  private func clockEnd(from position: Int) -> Int? {
    guard position < tokens.count, tokens[position].kind == .number else { return nil }
    let digits = bytes[tokens[position].bytes]
    let next = position + 1
    let hasMeridiem = next < tokens.count && words.meridiems.contains(tokens[next].word)
    guard digits.contains(UInt8(ascii: ":")) || hasMeridiem else { return nil }
    return hasMeridiem ? next + 1 : next
  }

  private func zoneEnd(from position: Int) -> Int {
    skipping(from: position, limit: 2) { words.zones.contains($0.word) && $0.shape.contains(.allCapitals) }
  }

  // MARK: Datelines

  /// `WASHINGTON (Reuters) -`, `Harlow, Ohio (CNN)`: at the head of a line, up to the bracket's agency and the dash.
  private func datelineEnd(from start: Int) -> Int? {
    guard tokens[start].kind == .word, tokens[start].shape.contains(.capitalised) else { return nil }
    let limit = min(tokens.count, start + Self.longestDateline)
    guard let open = (start + 1..<max(limit, start + 1)).first(where: { tokens[$0].word == vocabulary.openBracket }),
      let close = (open + 1..<max(min(tokens.count, open + 6), open + 1)).first(where: {
        tokens[$0].word == vocabulary.closeBracket
      }),
      (start..<open).allSatisfy(isOfDateline), isAgency(open + 1..<close)
    else { return nil }
    return skipping(from: close + 1, limit: 2) { $0.kind == .mark && $0.word == vocabulary.dash }
  }

  private static let longestDateline = 24

  private func isOfDateline(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind != .word || token.shape.contains(.capitalised) || words.meridiems.contains(token.word)
      || words.joins.contains(token.word)
  }

  /// Capitals only, or a name of few words: `AP`, `Reuters`, `dpa`.
  private func isAgency(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 4
      && range.allSatisfy {
        tokens[$0].kind != .number
          && (tokens[$0].shape.contains(.capitalised) || words.agencies.contains(tokens[$0].word) || tokens[$0].kind == .mark)
      }
  }

  // MARK: Credits

  /// Who wrote and edited: `(Reporting by Ana Lind; editing by Bo Moe)`, `Additional reporting by`, `Bo Moe contributed to this
  /// report`.
  private func creditEnd(from index: Int) -> Int? {
    if tokens[index].word == vocabulary.openBracket, index + 2 < tokens.count, isCreditHead(index + 1) {
      let limit = min(tokens.count, index + Self.longestCredit)
      return (index + 2..<limit).first { tokens[$0].word == vocabulary.closeBracket }.map { $0 + 1 }
    }
    guard isLineStart(index) || tokens[index - 1].word == vocabulary.fullStop || tokens[index - 1].kind == .quote else {
      return nil
    }
    if isCreditHead(index), !tokens[index].shape.isDisjoint(with: .capitalised) { return nameListEnd(from: index + 1) }
    return contributionEnd(from: index)
  }

  private static let longestCredit = 60
  private static let longestContribution = 30

  private func isCreditHead(_ index: Int) -> Bool {
    guard words.creditHeads.contains(tokens[index].word) else { return false }
    return (index + 1..<min(tokens.count, index + 5)).contains { words.by.contains(tokens[$0].word) }
  }

  /// Through capitalised words and what joins them.
  private func nameListEnd(from start: Int) -> Int {
    var position = start
    while position < tokens.count, position - start < Self.longestCredit, !(position > start && isLineStart(position)) {
      let token = tokens[position]
      let isPart =
        token.kind == .mark && token.word != vocabulary.fullStop || token.shape.contains(.capitalised)
        || words.joins.contains(token.word) || words.by.contains(token.word) || words.creditHeads.contains(token.word)
      if !isPart { break }
      position += 1
    }
    return position
  }

  private func contributionEnd(from start: Int) -> Int? {
    guard tokens[start].shape.contains(.capitalised) else { return nil }
    let limit = min(tokens.count, start + Self.longestContribution)
    for index in start..<limit {
      if index > start, tokens[index].word == vocabulary.fullStop, tokens[index - 1].bytes.count > 1 { return nil }
      if tokens[index].word == words.contributed, index + 2 < tokens.count, tokens[index + 1].word == words.to,
        words.this.contains(tokens[index + 2].word)
      {
        return (index + 3..<min(tokens.count, index + 8)).first { tokens[$0].word == vocabulary.fullStop }.map { $0 + 1 }
          ?? min(tokens.count, index + 4)
      }
    }
    return nil
  }

  // MARK: Pictures

  /// `Photograph: Ana Lind/AP`, `Photo by Ana Lind/Getty Images`, `Foto: dpa`.
  private func pictureEnd(from index: Int) -> Int? {
    guard words.pictures.contains(tokens[index].word),
      tokens[index].shape.contains(.capitalised) || index > 0 && tokens[index - 1].word == vocabulary.openBracket,
      index + 2 < tokens.count, tokens[index + 1].word == vocabulary.colon || words.by.contains(tokens[index + 1].word)
    else { return nil }
    var position = index + 2
    while position < tokens.count, position - index < Self.longestPicture, !isLineStart(position) {
      let token = tokens[position]
      if token.word == vocabulary.slash { return agencyEnd(from: position + 1) }
      guard
        token.shape.contains(.capitalised) || words.joins.contains(token.word)
          || token.word == vocabulary.fullStop && tokens[position - 1].bytes.count == 1
      else { break }
      position += 1
    }
    // Without an agency the end of the name cannot be told from the sentence that follows on the same line.
    return position < tokens.count && isLineStart(position) || position == tokens.count ? position : nil
  }

  private static let longestPicture = 12

  /// `REUTERS/Ana Lind`, `AP Photo/Ana Lind`.
  private func agencySlashEnd(from index: Int) -> Int? {
    guard words.agencies.contains(tokens[index].word), tokens[index].shape.contains(.allCapitals) else { return nil }
    var slash = index + 1
    if slash < tokens.count, words.pictures.contains(tokens[slash].word) { slash += 1 }
    guard slash + 1 < tokens.count, tokens[slash].word == vocabulary.slash, tokens[slash + 1].shape.contains(.capitalised) else {
      return nil
    }
    return skipping(from: slash + 1, limit: 3) { $0.shape.contains(.capitalised) && !$0.shape.contains(.lineStart) }
  }

  /// `Ana Lind/AP`: two to four capitals and an agency behind a slash.
  private func nameSlashEnd(from index: Int) -> Int? {
    guard tokens[index].shape.contains(.capitalised) else { return nil }
    var position = skipping(from: index, limit: 5) {
      $0.shape.contains(.capitalised) || $0.word == vocabulary.fullStop && !$0.shape.contains(.spaced)
    }
    guard position - index >= 2 else { return nil }
    // Scrapers escape the slash.
    if position < tokens.count, bytes[tokens[position].bytes].elementsEqual("\\".utf8) { position += 1 }
    guard position + 1 < tokens.count, tokens[position].word == vocabulary.slash,
      words.agencies.contains(tokens[position + 1].word),
      !tokens[position + 1].shape.contains(.spaced)
    else { return nil }
    return agencyEnd(from: position + 1)
  }

  private func agencyEnd(from start: Int) -> Int {
    var position = min(tokens.count, start + 1)
    if position < tokens.count, words.images.contains(tokens[position].word) { position += 1 }
    return position
  }
}

/// The words of page clocks and credits, in the languages of the pages.
struct PageWords {
  let published, stamps, stampJoins, months, joins, meridiems, zones, beforeDates, agencies, creditHeads, by, pictures, images,
    this: WordSet
  let contributed, to: WordNumber
  /// Words of any kind that open page matter in small letters too.
  let triggers: WordSet

  init(words: WordTable) {
    var lists: [String: [String]] = [:]
    for row in Resource.rows("page_matter.tsv") where row.count > 1 { lists[String(row[0]), default: []].append(String(row[1])) }
    func set(_ name: String) -> WordSet { WordSet(lists[name] ?? [], in: words) }
    published = set("published")
    stamps = set("stamp")
    stampJoins = set("stamp-join")
    // In languages too that no rule reads.
    months = WordSet(Resource.rows("months.tsv").filter { $0.count == 3 }.map { $0[1].lowercased() }, in: words)
    joins = set("join")
    meridiems = set("meridiem")
    zones = set("zone")
    beforeDates = set("preposition")
    agencies = set("agency")
    creditHeads = set("credit")
    by = set("by")
    pictures = set("picture")
    images = set("images")
    this = set("this")
    triggers = WordSet(["published", "credit", "picture", "agency"].flatMap { lists[$0] ?? [] }, in: words)
    contributed = words.id(of: "contributed")
    to = words.id(of: "to")
  }
}
