internal import Tables
internal import Text

extension PairAnatomy {
  /// Whether two articles are fillings of one form: what either has and the other has nowhere is names and figures for the most
  /// part, and stands all over the text.
  ///
  /// What the form itself names, a company or its telephone, says nothing: both have it. Linear in the words.
  func isFilledAnew() -> Bool { a.isFilling(beside: b, tuning) && b.isFilling(beside: a, tuning) }
}

extension PairAnatomy.Side {
  fileprivate func isFilling(beside other: borrowing PairAnatomy.Side, _ tuning: CopyTuning) -> Bool {
    var known = FeatureSet()
    known.removeAll(reserving: other.digest.words.hashes.count)
    for hash in other.digest.words.hashes { _ = known.insert(hash) }
    let words = digest.words
    let strangers = isShared.indices.filter { !isShared[$0] && !known.contains(words.hashes[$0]) }
    let names = strangers.filter { words.isName($0) }
    guard let first = names.first, let last = names.last, Set(names.map { words.hashes[$0] }).count >= tuning.formFillings,
      Double(names.count) >= tuning.formGapNames * Double(strangers.count), last - first >= tuning.formReach
    else { return false }
    let gaps = zip(names, names.dropFirst()).count { $1 - $0 > tuning.formBetween } + 1
    return gaps >= tuning.formGaps
  }
}

extension PairAnatomy {
  /// Whether two articles are fillings of a form of which only one passage changes: a service on another day in another church,
  /// with the same office hours and telephone behind it.
  ///
  /// Judged by the slots: between the words that both keep in the same order, the places that hold names and figures hold others
  /// in each. What a form says before and behind is left out of the account, with its own names, figures and telephone numbers. A
  /// copy never changes day, place and hour together and leaves the words round them. Quadratic in the words of the passage,
  /// which are bounded.
  func isFilledOnce() -> Bool {
    let (a, b) = (a.digest.words, b.digest.words)
    let least = min(a.hashes.count, b.hashes.count)
    var head = 0
    while head < least, a.hashes[head] == b.hashes[head] { head += 1 }
    var tail = 0
    while tail < least - head, a.hashes[a.hashes.count - 1 - tail] == b.hashes[b.hashes.count - 1 - tail] { tail += 1 }
    let middle = Sides(a: head..<a.hashes.count - tail, b: head..<b.hashes.count - tail)
    let longest = max(middle.a.count, middle.b.count)
    guard min(middle.a.count, middle.b.count) >= tuning.leastRest, longest <= tuning.longestSlots,
      Double(max(head, tail)) >= tuning.slotFrame * Double(longest)
    else { return false }
    var slots = FilledSlots(a, b, isCaseless: self.a.digest.isCaseless && self.b.digest.isCaseless)
    slots.read(middle.a, middle.b)
    return slots.areFilledAnew(tuning, hasOtherBeginning: head == 0)
  }

  private struct Sides {
    var a: Range<Int>
    var b: Range<Int>
  }
}

/// The places of one passage of two articles where other words stand between the same words.
struct FilledSlots {
  private let a: DigestWords
  private let b: DigestWords
  /// Slots with a name or figure on both sides, those of them with a figure on both, and with a name on both.
  private(set) var facts = 0
  private(set) var figures = 0
  private(set) var names = 0
  /// Places where one side has words and the other none, or both have words that are neither names nor figures.
  private(set) var edits = 0
  /// Names and figures of the passage that both keep, and the fewest of one side in the slots.
  private(set) var kept = 0
  private(set) var changed = (a: 0, b: 0)
  /// Names and figures that stand in a slot of either side.
  private(set) var moved = 0

  /// Whether no capital tells names: then a word or two in the place of others may be one.
  private let isCaseless: Bool

  init(_ a: DigestWords, _ b: DigestWords, isCaseless: Bool = false) {
    self.a = a
    self.b = b
    self.isCaseless = isCaseless
  }

  /// Whether names and figures were exchanged together, or several names and the one that the text begins with.
  func areFilledAnew(_ tuning: CopyTuning, hasOtherBeginning: Bool = false) -> Bool {
    let fewest = min(changed.a, changed.b)
    let areOthers = names > 0 && (figures > 0 || hasOtherBeginning)
    return facts >= tuning.formGaps && areOthers && edits <= facts && moved * 4 <= fewest
      && fewest >= tuning.formNames && Double(kept) <= tuning.slotKept * Double(fewest)
  }

  /// Aligns two ranges by their longest common sequence of words and counts what stands between.
  mutating func read(_ first: Range<Int>, _ second: Range<Int>) {
    let width = second.count + 1
    var lengths = [UInt16](repeating: 0, count: (first.count + 1) * width)
    for i in first.indices.reversed() {
      let row = (i - first.lowerBound) * width
      for j in second.indices.reversed() {
        let place = row + j - second.lowerBound
        lengths[place] =
          a.hashes[i] == b.hashes[j] ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
      }
    }
    var (i, j) = (first.lowerBound, second.lowerBound)
    var (startA, startB) = (i, j)
    var fillings = (a: Set<UInt32>(), b: Set<UInt32>())
    while i < first.upperBound, j < second.upperBound {
      let place = (i - first.lowerBound) * width + j - second.lowerBound
      if a.hashes[i] == b.hashes[j], lengths[place] == lengths[place + width + 1] + 1 {
        close(startA..<i, startB..<j, &fillings)
        if a.isName(i), b.isName(j) { kept += 1 }
        (i, j) = (i + 1, j + 1)
        (startA, startB) = (i, j)
      } else if lengths[place + width] >= lengths[place + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    close(startA..<first.upperBound, startB..<second.upperBound, &fillings)
    changed = (fillings.a.count, fillings.b.count)
    moved = fillings.a.intersection(fillings.b).count
  }

  private mutating func close(_ first: Range<Int>, _ second: Range<Int>, _ fillings: inout (a: Set<UInt32>, b: Set<UInt32>)) {
    guard !first.isEmpty || !second.isEmpty else { return }
    let mayName = isCaseless && first.count <= 3 && second.count <= 3
    let (ours, theirs) = (first.filter { mayName || a.isName($0) }, second.filter { mayName || b.isName($0) })
    for word in ours { fillings.a.insert(a.hashes[word]) }
    for word in theirs { fillings.b.insert(b.hashes[word]) }
    guard !ours.isEmpty, !theirs.isEmpty else {
      edits += 1
      return
    }
    facts += 1
    if ours.contains(where: { a.traits[$0].contains(.number) }), theirs.contains(where: { b.traits[$0].contains(.number) }) {
      figures += 1
    }
    if ours.contains(where: { !a.traits[$0].contains(.number) }), theirs.contains(where: { !b.traits[$0].contains(.number) }) {
      names += 1
    }
  }
}
