internal import Resources
package import Tables
internal import Text

/// One block of a page round articles of their own: all that two articles share stands at their beginning, at their end, or at
/// both, and each has a piece of its own besides that has nothing to do with the other's.
///
/// A copy that was cut or continued differs on one side only, and what was written anew speaks of what the rest speaks of. So a
/// block is the page's where both pieces are running text without a word in common, and the block is a list, speaks of the page,
/// or has next to none of their words and names. Whether a scraper left it in one line or in many makes no difference.
extension PairAnatomy {
  /// Whether both articles stand in one block; `scratch` holds the words of their rests.
  ///
  /// Linear in the words.
  mutating func standsInBlock(_ scratch: borrowing Scratch) -> Bool {
    let least = min(scratch.a.count, scratch.b.count)
    guard scratch.common <= max(1, Int(tuning.blockCommon * Double(least))) else { return false }
    return a.standsInBlock(scratch.a, tuning) && b.standsInBlock(scratch.b, tuning)
  }
}

extension PairAnatomy.Side {
  fileprivate mutating func standsInBlock(_ rest: FeatureSet, _ tuning: CopyTuning) -> Bool {
    guard let first = rests.first?.lowerBound, let last = rests.last?.upperBound, restProse() >= tuning.leastRest,
      Double(restWords) >= tuning.blockPiece * Double(last - first), isToldInSentences(first..<last, tuning)
    else { return false }
    let before = isShared[..<first].count { $0 }, after = isShared[last...].count { $0 }
    guard Double(before + after) >= tuning.blockPiece * Double(sharedWords),
      Double(restWords) >= tuning.boxOwn * Double(sharedWords)
    else { return false }
    return (before <= tuning.passageWords || isPages(0..<first, rest, tuning))
      && (after <= tuning.passageWords || isPages(last..<isShared.count, rest, tuning))
  }

  /// Whether the part of a block before or behind what this side has for itself is the page's.
  private func isPages(_ run: Range<Int>, _ rest: FeatureSet, _ tuning: CopyTuning) -> Bool {
    let border = run.lowerBound > 0 ? run.lowerBound : run.upperBound
    if digest.words.isList(run, tuning) { return digest.words.beginsAnew(border, inList: true) }
    guard digest.words.beginsAnew(border), !speaksOf(rest, tuning) else { return false }
    if digest.words.topics(of: run).count >= tuning.pageTopics { return true }
    // A passage that both begin with may be their story.
    return run.lowerBound > 0 && (run.count <= tuning.longestFrame || Double(restWords) >= tuning.tailOwn * Double(run.count))
  }

  /// Whether the words of a run are those of sentences: no list of names.
  func isToldInSentences(_ run: Range<Int>, _ tuning: CopyTuning) -> Bool {
    let names = run.count { !isShared[$0] && digest.words.isName($0) }
    let words = run.count { !isShared[$0] }
    return Double(names) <= tuning.mostNames * Double(words)
  }

  /// Whether what is shared has more than a few of the rest's words of content.
  private func speaksOf(_ rest: FeatureSet, _ tuning: CopyTuning) -> Bool {
    var seen = FeatureSet()
    for word in isShared.indices where isShared[word] && digest.words.isContent(word) && rest.contains(digest.words.hashes[word])
    {
      _ = seen.insert(digest.words.hashes[word])
    }
    return Double(seen.count) > max(1, tuning.mostBlockWords * Double(rest.count))
  }
}

/// Words of which a page speaks and seldom an article, by the lower halves of their hashes.
package enum PageTopics {
  package static let words: FeatureSet = {
    var words = FeatureSet()
    for row in Resource.rows("boilerplate.tsv") where row.count >= 3 && row[1] == "topic" {
      for word in row[2].split(separator: " ") {
        _ = words.insert(UInt32(truncatingIfNeeded: WordScanner.hash(of: word)))
      }
    }
    return words
  }()
}

extension DigestWords {
  /// Whether a run of words is a list: items of a few words, or headlines one behind the other without the end of a sentence.
  func isList(_ run: Range<Int>, _ tuning: CopyTuning) -> Bool {
    var (items, bars, capitals, figures) = (1, 0, 0, 0)
    for word in run {
      if traits[word].contains(.number) { figures += 1 }
      if traits[word].contains(.capitalised) { capitals += 1 }
      guard word > run.lowerBound else { continue }
      switch border(before: word) {
      case .none: break
      case .sentence: items += 1
      case .item: (items, bars) = (items + 1, bars + 1)
      }
    }
    let mean = Double(run.count - figures) / Double(items)
    if items >= tuning.listItems, mean <= tuning.longestItem { return true }
    if bars >= tuning.listItems, mean <= Double(tuning.longestListLine) { return true }
    return mean >= tuning.endlessSentence && Double(capitals) >= tuning.listCapitals * Double(run.count)
  }

  /// Whether a sentence, a line or an item begins at the word or next to it: the words at a border may be alike by chance.
  ///
  /// Behind a list without such ends a capital must do.
  func beginsAnew(_ word: Int, inList: Bool = false) -> Bool {
    let near = max(1, word - 2)..<min(hashes.count, word + 3)
    if near.contains(where: { border(before: $0) != .none }) { return true }
    return inList && (traits[word].contains(.capitalised) || !traits.contains { $0.contains(.capitalised) })
  }

  /// Whether the sentences of a run speak of the page, for the most part of its words: "Tell us in the comments".
  ///
  /// A sentence of news behind what many pages share is an article, however short it is.
  func areCalls(_ run: Range<Int>, _ tuning: CopyTuning) -> Bool {
    var start = run.lowerBound
    var ofPage = 0
    for word in run {
      guard word + 1 == run.upperBound || border(before: word + 1) != .none else { continue }
      let sentence = start..<word + 1
      start = word + 1
      // A question calls for an answer.
      if !topics(of: sentence).isEmpty || asks(behind: word) { ofPage += sentence.count }
    }
    return Double(ofPage) >= tuning.callShare * Double(run.count) && !topics(of: run).isEmpty
  }

  /// The different words of the page in a run.
  func topics(of run: Range<Int>) -> Set<UInt32> {
    var seen: Set<UInt32> = []
    for word in run where PageTopics.words.contains(hashes[word]) { seen.insert(hashes[word]) }
    return seen
  }

  /// Whether a question mark stands right behind the word.
  private func asks(behind word: Int) -> Bool {
    let next = reading.startIndex + Int(ends[word])
    return next < reading.endIndex && reading[next] == 0x3F
  }

  private enum Border { case none, sentence, item }

  /// What parts a word from the one before it: the end of a sentence or a line, or a sign between the items of a list.
  private func border(before word: Int) -> Border {
    var found = Border.none
    var i = reading.startIndex + Int(ends[word - 1])
    let end = reading.startIndex + Int(starts[word])
    while i < end {
      switch reading[i] {
      case 0x7C: return .item  // |
      case 0xE2 where i + 2 < end && reading[i + 1] == 0x80 && reading[i + 2] == 0xA2: return .item  // bullet
      case 0xC2 where i + 1 < end && (reading[i + 1] == 0xB7 || reading[i + 1] == 0xBB): return .item  // middle dot, guillemet
      case 0x0A, 0x2E, 0x21, 0x3F: found = .sentence
      case 0xE3 where i + 2 < end && reading[i + 1] == 0x80 && reading[i + 2] == 0x82: found = .sentence
      case 0xE0 where i + 2 < end && reading[i + 1] == 0xA5 && reading[i + 2] == 0xA4: found = .sentence
      case 0xD8 where i + 1 < end && reading[i + 1] == 0x9F, 0xDB where i + 1 < end && reading[i + 1] == 0x94: found = .sentence
      default: break
      }
      i += 1
    }
    return found
  }
}

extension CopyDigest {
  /// The words of a teaser without the few behind them that are its page's; nil when there are none.
  ///
  /// Linear in the words of both.
  package func withoutCall(behind article: CopyDigest) -> CopyDigest? {
    let tuning = CopyTuning.standard
    let theirs = Set(article.shingles)
    guard let last = shingles.lastIndex(where: theirs.contains) else { return nil }
    let call = last + width..<wordCount
    guard (1...tuning.longestCall).contains(call.count), words.areCalls(call, tuning) else { return nil }
    return removing(Set(call))
  }
}
