internal import Resources

extension ReportModel {
  /// Leaves out the articles' texts but for the passages whose wording differs; findings keep their words anyway.
  package mutating func leaveOutTexts() {
    run.hasTexts = false
    let texts = articles.map { Array(($0.text ?? "").utf8) }
    for story in stories.indices {
      for index in stories[story].comparisons.indices {
        let comparison = stories[story].comparisons[index]
        for row in comparison.rows.indices {
          let passage = comparison.rows[row]
          guard !passage.isSame, !passage.isBoilerplate, let a = passage.a, let b = passage.b else { continue }
          stories[story].comparisons[index].rows[row].a?.text = Self.words(texts[comparison.a], a.range)
          stories[story].comparisons[index].rows[row].b?.text = Self.words(texts[comparison.b], b.range)
        }
      }
    }
    for article in articles.indices {
      articles[article].text = nil
      for flag in articles[article].flags.indices { articles[article].flags[flag].span?.text = nil }
    }
    // A headline made of the text's beginning goes with the text.
    nameStories()
  }

  private static func words(_ text: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: text.indices)], as: UTF8.self)
  }

  /// Replaces what tells who printed an article: outlets, addresses, ids, inputs and bylines, in texts and titles too.
  ///
  /// The letters of a name become asterisks, byte by byte, so that every place stays where it was.
  package mutating func anonymise() {
    run.isAnonymised = true
    run.inputs = run.inputs.indices.map { "input \($0 + 1)" }
    run.skipped = []
    let names = articles.map(\.outletName).distinct
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 + 1) })
    let mask = NameMask(names + articles.compactMap(\.host).distinct)
    for place in articles.indices {
      var article = articles[place]
      let hasOutlet = article.outlet != nil || article.host != nil
      let bylines = Bylines.ranges(article.text ?? "")
      article.outlet = hasOutlet ? "Outlet \(numbers[article.outletName] ?? 0)" : nil
      article.id = "article \(place + 1)"
      article.url = nil
      article.text = article.text.map { mask.masked($0, also: bylines) }
      article.title = mask.masked(article.title, also: [])
      for flag in article.flags.indices {
        article.flags[flag].message = mask.masked(article.flags[flag].message, also: [])
        article.flags[flag].span = article.flags[flag].span.map { Self.anonymous($0, article.text, mask) }
      }
      articles[place] = article
    }
    nameStories()
    for story in stories.indices { anonymise(story, mask) }
  }

  private mutating func anonymise(_ story: Int, _ mask: NameMask) {
    for index in stories[story].comparisons.indices {
      let (a, b) = (articles[stories[story].comparisons[index].a].text, articles[stories[story].comparisons[index].b].text)
      for place in stories[story].comparisons[index].findings.indices {
        var finding = stories[story].comparisons[index].findings[place]
        finding.message = mask.masked(finding.message, also: [])
        finding.a = finding.a.map { Self.anonymous($0, a, mask) }
        finding.b = finding.b.map { Self.anonymous($0, b, mask) }
        stories[story].comparisons[index].findings[place] = finding
      }
    }
  }

  /// The span with its words read from the masked text, or masked themselves.
  private static func anonymous(_ span: ReportSpan, _ text: String?, _ mask: NameMask) -> ReportSpan {
    guard let words = span.text else { return span }
    var span = span
    let bytes = Array((text ?? "").utf8)
    span.text = span.end <= bytes.count ? Self.words(bytes, span.range) : mask.masked(words, also: [])
    return span
  }
}

/// Replaces names in texts by asterisks of the same length in bytes.
struct NameMask {
  /// Folded names by their first byte, longest first.
  private var names: [UInt8: [[UInt8]]] = [:]

  /// Shorter names would take ordinary words with them.
  private static let leastBytes = 4

  init(_ names: [String]) {
    for name in names {
      let folded = name.utf8.map(Self.folded)
      guard folded.count >= Self.leastBytes, let first = folded.first else { continue }
      self.names[first, default: []].append(folded)
    }
    for (first, list) in self.names { self.names[first] = list.sorted { $0.count > $1.count } }
  }

  /// - Complexity: O(n m) for a text of n bytes and the m names that begin alike.
  func masked(_ text: String, also ranges: [Range<Int>]) -> String {
    var bytes = Array(text.utf8)
    let folded = bytes.map(Self.folded)
    for range in ranges {
      for index in range.clamped(to: bytes.indices) where Self.isLetter(bytes[index]) { bytes[index] = 0x2A }
    }
    var index = 0
    while index < folded.count {
      if index == 0 || !Self.isLetter(folded[index - 1]),
        let name = names[folded[index]]?.first(where: { stands($0, folded, index) })
      {
        for place in index..<index + name.count where Self.isLetter(bytes[place]) { bytes[place] = 0x2A }
        index += name.count
      } else {
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func stands(_ name: [UInt8], _ text: [UInt8], _ index: Int) -> Bool {
    guard index + name.count <= text.count, text[index..<index + name.count].elementsEqual(name) else { return false }
    return index + name.count == text.count || !Self.isLetter(text[index + name.count])
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// Lines that name an article's authors.
enum Bylines {
  private static let beginnings = Resource.lines("bylines.txt").map { $0 + " " }
  private static let longest = 120

  /// Bytes of short lines that begin with "By ..." and what other languages say.
  static func ranges(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let lower = String(decoding: line.prefix(24), as: UTF8.self).lowercased()
      let trimmed = lower.drop { $0.isWhitespace }
      if line.count <= longest, beginnings.contains(where: { trimmed.hasPrefix($0) }) {
        // The word of the line itself may stay, the names go.
        let first = line.firstIndex(of: 0x20) ?? line.startIndex
        let offset = line.distance(from: line.startIndex, to: first)
        ranges.append(start + offset..<start + line.count)
      }
      start += line.count + 1
    }
    return ranges
  }
}
