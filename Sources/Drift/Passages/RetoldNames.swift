import Alignment
import Articles
import Lexicon
import Text

/// The names of a retelling, beside those of what it retells.
struct RetoldNames {
  /// Names none of whose words the other text has.
  let facts: RetoldFactsRule.Facts<Range<Int>>
  /// "Sheila Kaverne" and "Sheila Tregarron": names of two words of which the one is gone everywhere, and a new one beside the
  /// other.
  private(set) var parts: [(Range<Int>, Range<Int>)] = []
  private let context: DriftContext
  private let variants: NameVariants
  private let windows: Windows
  private let tuning = DriftTuning.standard.passages.retold

  init(_ context: DriftContext, _ variants: NameVariants, _ windows: Windows) {
    self.context = context
    self.variants = variants
    self.windows = windows
    facts = Self.facts(context)
    parts = findParts()
  }

  /// Names in whose place another stands: who leaves out several may have put another person's in.
  var whole: [(Range<Int>, Range<Int>)] {
    let lost = facts.lost.filter { isFullName($0, context.a) }
    guard lost.count == 1 else { return [] }
    return facts.new.compactMap { name in
      guard isFullName(name, context.b), windows.shared(lost[0], name) >= tuning.sharedByNames,
        areOthers(context.a.tokens[lost[0]], context.b.tokens[name])
      else { return nil }
      return (lost[0], name)
    }
  }

  private func findParts() -> [(Range<Int>, Range<Int>)] {
    let (a, b) = (doubles(context.a), doubles(context.b))
    return b.compactMap { new in
      for kept in [0, 1] {
        let changed = new.lowerBound + 1 - kept
        guard isOwn(changed, context.b, context.occurrences.wordsOfA) else { continue }
        let old = a.filter { double in
          context.a.tokens[double.lowerBound + kept].word == context.b.tokens[new.lowerBound + kept].word
            && isOwn(double.lowerBound + 1 - kept, context.a, context.occurrences.wordsOfB)
        }
        guard let first = old.first, Set(old.map { context.a.tokens[$0].map(\.word) }).count == 1,
          windows.shared(first, new) >= tuning.sharedByFigures,
          areOthers(
            context.a.tokens[first.lowerBound + 1 - kept...first.lowerBound + 1 - kept], context.b.tokens[changed...changed])
        else { continue }
        return (first, new)
      }
      return nil
    }
  }

  /// Each once: two words of a name that stand side by side.
  private func doubles(_ text: LinguisticText) -> [Range<Int>] {
    var seen: Set<[WordNumber]> = []
    return text.names.map(\.core).flatMap { name in
      zip(name, name.dropFirst()).map { $0..<$1 + 1 }
    }.filter { double in
      text.tokens[double].allSatisfy { $0.kind == .word && $0.shape.contains(.capitalised) && $0.word != 0 }
        && seen.insert(text.tokens[double].map(\.word)).inserted
    }
  }

  /// A proper name that the other text lacks.
  private func isOwn(_ place: Int, _ text: LinguisticText, _ others: WordSet) -> Bool {
    let word = text.tokens[place].word
    return !others.contains(word) && variants.isProper(word)
  }

  private func areOthers(_ x: ArraySlice<Token>, _ y: ArraySlice<Token>) -> Bool {
    !variants.areVariants(x.map(\.word)[...], y.map(\.word)[...])
  }
}

// MARK: Facts

extension RetoldNames {
  private static func facts(_ context: DriftContext) -> RetoldFactsRule.Facts<Range<Int>> {
    let knowledge = context.resources.knowledge
    func isOther(_ name: Range<Int>, _ text: LinguisticText, _ words: WordSet, _ names: [WordNumber]) -> Bool {
      let telling = text.tokens[name].filter { $0.kind == .word && !knowledge.isStop($0.word) }
      return telling.allSatisfy { token in
        !words.contains(token.word) && !names.contains { knowledge.areAliases($0, token.word) }
      }
    }
    let (a, b) = (context.a.names.map(\.core), context.b.names.map(\.core))
    func words(_ names: [Range<Int>], _ text: LinguisticText) -> [WordNumber] {
      Array(Set(names.flatMap { text.tokens[$0].map(\.word) }))
    }
    let (wordsA, wordsB) = (words(a, context.a), words(b, context.b))
    let new = b.filter { isOther($0, context.b, context.occurrences.wordsOfA, wordsA) }
    let lost = a.filter { isOther($0, context.a, context.occurrences.wordsOfB, wordsB) }
    return RetoldFactsRule.Facts(
      lost: distinct(lost, context.a), new: distinct(new, context.b),
      kept: wordsB.count { context.occurrences.wordsOfA.contains($0) })
  }

  /// Several words, none of which is small, and one of them at least no word of the language.
  private func isFullName(_ name: Range<Int>, _ text: LinguisticText) -> Bool {
    let tokens = text.tokens[name]
    return tokens.count > 1
      && tokens.allSatisfy { $0.kind == .word && $0.shape.contains(.capitalised) && !context.resources.knowledge.isStop($0.word) }
      && tokens.contains { !context.resources.knowledge.traits($0.word).contains(.common) }
  }

  private static func distinct(_ names: [Range<Int>], _ text: LinguisticText) -> [Range<Int>] {
    var seen: Set<WordNumber> = []
    return names.filter { name in
      let isNew = text.tokens[name].allSatisfy { !seen.contains($0.word) }
      for token in text.tokens[name] { seen.insert(token.word) }
      return isNew
    }
  }
}
