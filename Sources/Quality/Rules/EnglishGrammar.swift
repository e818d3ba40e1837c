/// The plainest errors of English: agreement of pronoun and verb, "a" and "an", forms after "to" and "not".
struct EnglishGrammar: Sendable {
  private let plural = QualityToken.hashes("they we these those")
  private let singularVerbs = QualityToken.hashes("is was has does")
  private let singular = QualityToken.hashes("he she it this that")
  private let third = QualityToken.hashes("he she")
  private let pluralVerbs = QualityToken.hashes("have are do")
  /// After these a pronoun may stand before a plain or plural verb: "did he have", "make it do".
  private let licences = QualityToken.hashes(
    """
    do does did would should could can may might must will shall had have has let make makes made help helps and or nor see seen
    watch hear to that if lest recommend recommended insist insisted demand demanded suggest suggested than as but whether of
    didn't don't doesn't
    couldn't wouldn't shouldn't can't won't hasn't haven't
    """)
  private let a = QualityToken.hash("a")
  private let an = QualityToken.hash("an")
  private let consonantal = QualityToken.hashes("one once euro european euros eu ewe ouija unit union united uk us")
  private let modals = QualityToken.hashes("would should could can may might must will")
  private let determiners = QualityToken.hashes(
    "the a an his her their its our my your this that of good political free god's public")
  private let finite = QualityToken.hashes("is was are were has had does did goes went said")

  /// Ranges of tokens with an error and what is wrong with them.
  func errors(_ article: QualityArticle, _ sentence: Range<Int>) -> [(Range<Int>, String)] {
    let tokens = article.tokens
    var result: [(Range<Int>, String)] = []
    for i in sentence.dropLast()
    where (tokens[i].languages & 1 == 1 || tokens[i].hash == a) && tokens[i + 1].kind == .word && tokens[i + 1].isSpaced {
      if let message = agreement(tokens, i, sentence) ?? determiner(article, tokens[i], tokens[i + 1])
        ?? verb(tokens, i, sentence)
      {
        result.append((i..<i + 2, message))
      }
    }
    return result
  }

  private func agreement(_ tokens: [QualityToken], _ i: Int, _ sentence: Range<Int>) -> String? {
    let (pronoun, verb) = (tokens[i].hash, tokens[i + 1].hash)
    let before = i > sentence.lowerBound ? tokens[i - 1] : nil
    // "one of these is", "of those was".
    let isObject = before.map { $0.kind == .word && licences.contains($0.hash) } ?? false
    guard !isObject else { return nil }
    if plural.contains(pronoun), singularVerbs.contains(verb) { return "Pronoun and verb do not agree." }
    if third.contains(pronoun), pluralVerbs.contains(verb) { return "Pronoun and verb do not agree." }
    return nil
  }

  private func determiner(_ text: QualityArticle, _ article: QualityToken, _ noun: QualityToken) -> String? {
    // Letters of acronyms are heard by their names; "eu" as a consonant.
    guard !noun.isUpper, !noun.isCapital, noun.range.count > 3, !text.bytes[noun.range].starts(with: [0x65, 0x75]) else {
      return nil
    }
    let isVowel = [0x61, 0x65, 0x69, 0x6F].contains(noun.initial)
    if article.hash == a, !article.isCapital, isVowel, !consonantal.contains(noun.hash) { return "\"a\" before a vowel." }
    // A silent h and the names of letters are heard as vowels.
    let isConsonant =
      noun.initial >= 0x62 && noun.initial <= 0x7A && !isVowel && ![0x68, 0x75, 0x78, 0x79].contains(noun.initial)
    if article.hash == an, isConsonant { return "\"an\" before a consonant." }
    return nil
  }

  /// "would is", "can was": a modal before a finite verb.
  private func verb(_ tokens: [QualityToken], _ i: Int, _ sentence: Range<Int>) -> String? {
    guard modals.contains(tokens[i].hash), !tokens[i].isCapital, finite.contains(tokens[i + 1].hash), i > sentence.lowerBound,
      tokens[i - 1].kind == .word, !determiners.contains(tokens[i - 1].hash)
    else { return nil }
    return "A modal verb before a finite one."
  }
}
