internal import Stories
/// How much of what a version quotes stands word for word in its original.
///
/// People who rewrite keep quotations; machines reword them with the rest.
package struct QuotationRetention: Sendable {
  /// Words inside quotation marks in each text.
  package let wordsOfA: Int
  package let wordsOfB: Int
  /// Share of B's quoted words that lie in runs of three words and more of A, 0...1; 1 when B quotes nothing.
  package let kept: Float

  /// Linear in the words.
  package init(_ a: PairMeter.Article, _ b: PairMeter.Article) {
    wordsOfA = a.quoted.count { $0 }
    wordsOfB = b.quoted.count { $0 }
    guard wordsOfB > 0, a.codes.count >= 3, b.codes.count >= 3 else {
      kept = wordsOfB > 0 ? 0 : 1
      return
    }
    func runs(_ codes: [UInt32]) -> [UInt64] {
      codes.indices.dropLast(2).map { index in
        let words = (UInt64(codes[index].stem), UInt64(codes[index + 1].stem), UInt64(codes[index + 2].stem))
        return (words.0 &* 0x9E37_79B9_7F4A_7C15 &+ words.1) &* 0xC2B2_AE3D_27D4_EB4F &+ words.2
      }
    }
    let known = Set(runs(a.codes))
    var covered = [Bool](repeating: false, count: b.codes.count)
    for (start, run) in runs(b.codes).enumerated() where known.contains(run) {
      for word in start..<start + 3 { covered[word] = true }
    }
    // Quoted words are counted by the stems, which have a place for each word.
    var quoted = 0, found = 0
    for index in b.codes.indices where b.codes[index].isQuoted {
      quoted += 1
      if covered[index] { found += 1 }
    }
    kept = quoted > 0 ? Float(found) / Float(quoted) : 1
  }
}
