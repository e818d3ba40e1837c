/// The stems of many articles without function words, one after another in a flat array: all that story matching keeps of a
/// text, 4 bytes a word.
package struct StemSequences: Sendable {
  package private(set) var codes: [UInt32] = []
  /// Where each article begins in ``codes``; one more entry than articles.
  package private(set) var starts: [Int] = [0]

  package init() {}

  package var count: Int { starts.count - 1 }
  package func range(_ article: Int) -> Range<Int> { starts[article]..<starts[article + 1] }

  package mutating func reserve(words: Int, articles: Int) {
    codes.reserveCapacity(words)
    starts.reserveCapacity(articles + 1)
  }

  /// Appends one article's stems.
  package mutating func append(
    _ words: borrowing WordStream, of bytes: [UInt8], from origin: Int,
    stemmer: inout Stemmer, scanner: inout WordScanner
  ) {
    // A sentence that begins with a function word begins, here, with the word after it.
    var startsSentence = false
    let hashes = words.hashes.span, traits = words.traits.span
    for index in 0..<words.count {
      let hash = hashes[index]
      let code =
        stemmer.known(hash)
        ?? stemmer.learn(
          hash, spelling: scanner.folding(bytes, origin + Int(words.starts[index])..<origin + Int(words.ends[index])))
      if code.traits.contains(.stop) {
        startsSentence = startsSentence || traits[index].contains(.sentenceStart)
        continue
      }
      codes.append(code.adding(startsSentence ? traits[index].union(.sentenceStart) : traits[index]).rawValue)
      startsSentence = false
    }
    starts.append(codes.count)
  }

  /// Appends an article of these stem codes.
  package mutating func append(codes article: [UInt32]) {
    codes += article
    starts.append(codes.count)
  }

  /// Appends one article of `other`.
  package mutating func append(article: Int, of other: StemSequences) {
    codes += other.codes[other.range(article)]
    starts.append(codes.count)
  }

  /// The same articles, but for `articles` (ascending), which are those of `others` in order.
  package func replacing(_ articles: [UInt32], with others: StemSequences) -> StemSequences {
    var result = StemSequences()
    result.reserve(words: codes.count, articles: count)
    var next = 0
    for article in 0..<count {
      if next < articles.count, Int(articles[next]) == article {
        result.append(article: next, of: others)
        next += 1
      } else {
        result.append(article: article, of: self)
      }
    }
    return result
  }

  /// Appends all articles of `other`, which keeps their order.
  package mutating func append(_ other: StemSequences) {
    let shift = codes.count
    codes += other.codes
    for start in other.starts.dropFirst() { starts.append(start + shift) }
  }
}
