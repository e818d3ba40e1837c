/// Words that are the negation of another by their form: un-, non-, in- (im-, il-, ir-), dis-, mis-, -less.
///
/// "Anti-" says against what a thing is, not what it is not: an anti-submarine ship, an anti-epidemic measure.
enum NegativeAffix {
  /// A base that a word may negate.
  struct Base: Hashable, Sendable {
    var text: String
    /// True for affixes that often mean something else (display, instant, mistake): WordNet must know the two as antonyms.
    var needsProof: Bool
  }

  /// The bases of a lower-case lemma, whether or not they are words.
  static func bases(of lemma: String) -> [Base] {
    var bases: [Base] = []
    for affix in prefixes where lemma.hasPrefix(affix.text) && lemma.utf8.count >= affix.text.utf8.count + shortestBase {
      var base = lemma.dropFirst(affix.text.count)
      if base.first == "-" { base = base.dropFirst() }
      bases.append(Base(text: String(base), needsProof: affix.needsProof))
    }
    if lemma.hasSuffix("less"), lemma.utf8.count >= 4 + shortestBase {
      bases.append(Base(text: String(lemma.dropLast(4)), needsProof: false))
    }
    return bases
  }

  private static let shortestBase = 3
  private static let prefixes: [(text: String, needsProof: Bool)] = [
    ("un", false), ("non", false), ("in", true), ("im", true), ("il", true), ("ir", true), ("dis", true), ("mis", true),
  ]
}
