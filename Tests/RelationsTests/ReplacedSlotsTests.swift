import Stories
import TestSupport
import Testing
import Text

@testable import Relations

/// Replaced names and figures against texts that were made by replacing them.
@Suite struct `Replaced slots` {
  /// Words that stand once each, every `step`-th a name.
  private func text(_ count: Int, step: Int) -> [UInt32] {
    (0..<UInt32(count)).map { $0 << 5 | UInt32($0 % UInt32(step) == 0 ? WordFlags.capitalised.rawValue : 0) }
  }

  private func name(_ number: Int) -> UInt32 { UInt32(number) << 5 | UInt32(WordFlags.number.rawValue) }

  @Test(arguments: 0..<60) func `a name counts once however often it was replaced, from either side`(seed: Int) {
    var random = SeededGenerator(seed)
    var a = text(40 + random.below(100), step: 7 + random.below(5))
    var b = a
    let names = random.below(4)
    var used: Set<Int> = []
    var free = Array(stride(from: 4, to: a.count - 4, by: 6)).shuffled(using: &random)
    for number in 0..<names {
      for _ in 0..<1 + random.below(3) {
        guard let place = free.popLast() else { break }
        a[place] = name(1000 + number)
        b[place] = name(2000 + number)
        used.insert(number)
      }
    }
    for (first, second) in [(a, b), (b, a)] {
      let slots = ReplacedSlots(first, second)
      #expect(slots.count == used.count && slots.isComplete)
    }
    #expect(ReplacedSlots(a, a).count == 0 && ReplacedSlots(a, a).isComplete)
  }

  @Test(arguments: 0..<40) func `words that are no names, come anew or go count nothing`(seed: Int) {
    var random = SeededGenerator(seed)
    let a = text(60, step: 9)
    var b = a
    for number in 0..<random.below(6) {
      let place = random.below(b.count)
      switch random.below(3) {
      case 0: b.remove(at: place)
      case 1: b.insert(name(3000 + number), at: place)
      default: b.insert(UInt32(4000 + number) << 5, at: place)
      }
    }
    // A name that goes where another comes is a replacement: both ends of a gap must be there.
    let names = (Set(a.filter(\.isName)).subtracting(b), Set(b.filter(\.isName)).subtracting(a))
    let count = ReplacedSlots(a, b).count
    #expect(count <= min(names.0.count, names.1.count))
    #expect((count == 0) == (ReplacedSlots(b, a).count == 0))
  }

  @Test(arguments: [0, 1, 2, 3]) func `short texts and long gaps are read without harm`(count: Int) {
    let short = text(count, step: 2)
    #expect(ReplacedSlots(short, short).count == 0)
    #expect(ReplacedSlots(short, text(80, step: 2)).count == 0)
    let others = (0..<UInt32(30)).map { (500 + $0) << 5 | UInt32(WordFlags.capitalised.rawValue) }
    let (head, tail) = (Array(text(90, step: 2)[..<40]), Array(text(90, step: 2)[60...]))
    #expect(!ReplacedSlots(text(90, step: 2), head + others + tail).isComplete)
    #expect(!ReplacedSlots(head + others + tail, text(90, step: 2)).isComplete)
  }
}
