internal import Tables

/// Lists that change over, in or under one article: markets, the weather of the day, prices, results, headlines.
///
/// What is shared below them is running text with names and figures of its own, what differs stands in lines that are no
/// sentences. Such a list looks like the slots of a form, and is the page's: it says nothing of whether the articles are copies,
/// and what became of its figures is no change of the article.
extension PairAnatomy {
  /// Whether one article stands in both, under lists that change: then only what is shared and the running text can tell whether
  /// they are copies.
  mutating func hidesUnderLists() -> Bool {
    guard Double(a.sharedWords) >= tuning.tickerShare * Double(min(a.isShared.count, b.isShared.count)) else { return false }
    guard a.sharedProse() >= tuning.leastTickerArticle, a.restProse() < tuning.leastTickerWords,
      b.restProse() < tuning.leastTickerWords, max(a.listedRest().count, b.listedRest().count) >= tuning.leastTickerWords
    else { return false }
    var names = FeatureSet()
    for word in a.isShared.indices where a.isShared[word] && a.digest.words.isName(word) {
      _ = names.insert(a.digest.words.hashes[word])
    }
    return names.count >= tuning.leastTickerNames
  }

  /// Whether an article stands in both beside a list that changes, though the pair looks like two fillings of a form: the running
  /// text is as long as an article and several times as long as the list.
  ///
  /// What a form says in every filling is shorter, and its title speaks of what it is filled with.
  mutating func isBesideWidget() -> Bool {
    guard hidesUnderLists() else { return false }
    let list = max(a.listedRest().count, b.listedRest().count)
    guard a.sharedProse() >= max(tuning.widgetArticle, tuning.articleToWidget * list) else { return false }
    return !a.titleSpeaksOfList() && !b.titleSpeaksOfList()
  }

  /// The articles without their changing lists.
  mutating func withoutLists() -> (a: CopyDigest, b: CopyDigest) {
    (a.digest.removing(Set(a.listedRest())), b.digest.removing(Set(b.listedRest())))
  }

  /// The lists as pieces of both articles, what they keep in common between their lines too.
  mutating func changingLists() -> (a: [Range<Int>], b: [Range<Int>]) { (a.changingLists(), b.changingLists()) }
}

extension PairAnatomy.Side {
  /// Lines in a row that are no sentences, from the first to the last of which the other side has not all.
  fileprivate mutating func changingLists() -> [Range<Int>] {
    let isProse = isProse
    var lists: [Range<Int>] = []
    var isOpen = false
    for line in digest.words.wordsOfLines() {
      guard !line.isEmpty, !isProse[line.lowerBound] else {
        isOpen = false
        continue
      }
      guard line.contains(where: { !isShared[$0] }) else { continue }
      if isOpen, let last = lists.popLast() {
        lists.append(last.lowerBound..<line.upperBound)
      } else {
        lists.append(line)
        isOpen = true
      }
    }
    return lists
  }

  /// Whether the title has more words of the list than of the running text.
  fileprivate mutating func titleSpeaksOfList() -> Bool {
    var list = FeatureSet()
    for word in listedRest() where digest.words.isContent(word) { _ = list.insert(digest.words.hashes[word]) }
    return PairAnatomy.titleOwner(self, list) == .rest
  }
}

extension CopyProbe {
  /// The changing lists beside an article that two texts share, in bytes of their readings; nil when there are none.
  ///
  /// `a` was loaded, and `b` measured last, with this result.
  package func widgets(
    _ a: CopyDigest, _ b: CopyDigest, _ measure: CopyMeasure
  ) -> (a: [Range<Int>], b: [Range<Int>])? {
    guard CopyRule().isOpen(measure) else { return nil }
    var anatomy = anatomy(a, b)
    guard anatomy.isBesideWidget() else { return nil }
    let lists = anatomy.changingLists()
    return (lists.a.map(a.words.bytes), lists.b.map(b.words.bytes))
  }
}
