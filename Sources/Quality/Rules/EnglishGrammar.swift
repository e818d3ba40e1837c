internal import Text

/// The plainest errors of English: agreement of pronoun and verb, "a" and "an", forms after "to" and "not".
struct EnglishGrammar: Sendable {
  private let plural = TokenText.hashes("they we these those".split(whereSeparator: \.isWhitespace))
  private let singularVerbs = TokenText.hashes("is was has does".split(whereSeparator: \.isWhitespace))
  private let singular = TokenText.hashes("he she it this that".split(whereSeparator: \.isWhitespace))
  private let third = TokenText.hashes("he she".split(whereSeparator: \.isWhitespace))
  private let pluralVerbs = TokenText.hashes("have are do".split(whereSeparator: \.isWhitespace))
  /// After these a pronoun may stand before a plain or plural verb: "did he have", "make it do".
  private let licences = TokenText.hashes(
    """
    do does did would should could can may might must will shall had have has let make makes made help helps and or nor see seen
    watch hear to that if lest recommend recommended insist insisted demand demanded suggest suggested than as but whether of not
    """.split(whereSeparator: \.isWhitespace))
  private let a = TokenText.hash("a")
  private let an = TokenText.hash("an")
  private let consonantal = TokenText.hashes(
    "one once euro european euros eu ewe ouija unit union united uk us".split(whereSeparator: \.isWhitespace))
  private let modals = TokenText.hashes("would should could can may might must will".split(whereSeparator: \.isWhitespace))
  private let determiners = TokenText.hashes(
    "the a an his her their its our my your this that of good political free god's public".split(whereSeparator: \.isWhitespace))
  /// "All it can is not enough": "is" and "are" may begin what follows a clause.
  private let finite = TokenText.hashes("was were had did went said".split(whereSeparator: \.isWhitespace))

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
    guard
      plural.contains(pronoun) && singularVerbs.contains(verb) || third.contains(pronoun) && pluralVerbs.contains(verb)
    else { return nil }
    let before = i > sentence.lowerBound ? tokens[i - 1] : nil
    // "one of these is", "of those was".
    let isObject = before.map { $0.kind == .word && licences.contains($0.hash) } ?? false
    return isObject ? nil : "Pronoun and verb do not agree."
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
