internal import Drift
internal import Resources
internal import Text

struct BrokenSentenceRule: QualityRule {
  let id = FlagID.brokenSentence
  let definition = """
    A sentence that no editor would let pass: it begins in small letters, doubles a word or a phrase, or breaks the plainest \
    rules of agreement.
    """
  let example = "\"The port was shut. the largest in the region.\"; \"they was told\"; \"in the the harbour\"."
  let limits = """
    The grammar checks know English only and a few patterns; a sentence may be broken in many other ways. That verbs do not \
    agree in a quotation is the speaker's grammar.
    """
  let weight = QualityTuning.standard.brokenWeight
  let growsWithLength = true
  private let checks = EnglishGrammar()
  private let ending = WordEndings()
  private let abbreviations = SentenceVocabulary.standard.abbreviations.union(
    [
      "cia", "exmo", "exma", "ilmo", "mín", "máx", "ltda", "pág", "aprox", "obs", "tys", "godz", "woj", "proc", "inż", "ust",
      "red",
      "obyv", "tis", "kpl", "tlf", "tel", "resp", "zob", "prok", "čís",
    ].map(TokenText.hash))
  private let links = TokenText.hashes(Resource.lines("link_words.txt"))
  private let names = TokenText.hashes(
    "iphone ipad ipod itunes ebay e-mail email eu de van von al la le el bin d di da".split(separator: " "))
  private let doubled = DoubledWords()
  private let phrases = DoubledPhrases()

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    var result: [QualityFlag] = []
    let tokens = article.tokens
    let quoted = Self.quoted(tokens)
    for place in tokens.indices.dropLast() {
      if !quoted[place], tokens[place].isMark("."), beginsSmall(article, place + 1) {
        let range = article.bytes(place + 1..<min(place + 5, tokens.count))
        result.append(flag(article, range, .major, "A sentence begins in small letters."))
      }
      if doubled.stands(at: place, in: article, isQuoted: quoted[place]) {
        result.append(flag(article, article.bytes(place..<place + 2), .minor, "A word is doubled."))
      }
      if let count = phrases.count(at: place, in: tokens, quoted: quoted) {
        result.append(flag(article, article.bytes(place..<place + 2 * count), .minor, "A phrase is doubled."))
      }
    }
    guard article.language == LanguageProfile.english else { return result }
    for sentence in article.sentences {
      for (range, message) in checks.errors(article, sentence, quoted) {
        result.append(flag(article, article.bytes(range), .minor, message))
      }
    }
    return result
  }

  /// Whether each token stands between quotation marks, which are closed at the end of a line at the latest.
  private static func quoted(_ tokens: [QualityToken]) -> [Bool] {
    var result = [Bool](repeating: false, count: tokens.count)
    var open = false
    for place in tokens.indices {
      if place > 0, tokens[place].line != tokens[place - 1].line { open = false }
      if tokens[place].isMark("\"") { open = !open }
      result[place] = open
    }
    return result
  }

  /// Whether a sentence begins with the small letter of token `place`, behind one that ended with a full stop in the same line.
  private func beginsSmall(_ article: QualityArticle, _ place: Int) -> Bool {
    let tokens = article.tokens
    guard place >= 5, place + 3 < tokens.count else { return false }
    let first = tokens[place]
    let stop = tokens[place - 1]
    guard first.kind == .word, first.isSpaced, !first.isCapital, first.range.count >= 2, first.line == stop.line, !stop.isSpaced,
      // What the page put between them may lead on to it: "VIDEO: this is what we saw".
      !article.bytes[stop.range.upperBound..<first.range.lowerBound].contains(where: TextBytes.isWordByte),
      stop.range.count == 1, first.initial >= 0x61, first.initial < 0x250, !names.contains(first.hash),
      !hasCapital(article, first.range)
    else { return false }
    let before = tokens[place - 2]
    guard before.kind == .word, before.range.count >= 3, !before.isCapital, !tokens[place - 3].isMark("."),
      !abbreviations.contains(before.hash), !ending.isCutShort(article, before),
      !links.contains(first.hash),
      !isAddress(article, first), !isAddress(article, tokens[place + 1]), !leadsOn(article, place)
    else { return false }
    let next = tokens[place..<place + 4]
    // A label of the page ("crédit photos : ..."), its clock ("atualizado às 17:42"), an address, a tag, text in another
    // language.
    guard !next.contains(where: { isClock(article, $0) }) else { return false }
    guard next.allSatisfy({ $0.line == first.line && !$0.isMark(":") && !$0.isMark("@") && !$0.isMark("#") && !$0.isMark("/") })
    else { return false }
    let second = tokens[place + 1]
    guard second.isSpaced || second.isMark(",") else { return false }
    guard let main = article.language else { return true }
    return LanguageProfile.shared.foreign(tokens[place..<min(place + 12, tokens.count)], main: main) == nil
      && !next.contains { $0.languages != 0 && $0.languages >> main & 1 == 0 }
  }

  /// An address: "www.site.com/page".
  private func isAddress(_ article: QualityArticle, _ token: QualityToken) -> Bool {
    article.bytes[token.range].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
  }

  /// Whether the line soon ends with a colon: "below is the video:" leads to what stood under it on the page.
  private func leadsOn(_ article: QualityArticle, _ place: Int) -> Bool {
    let tokens = article.tokens
    let end = tokens[place...].prefix(QualityTuning.standard.linkLine).firstIndex {
      $0.endsSentence || $0.isMark(":") || $0.line != tokens[place].line
    }
    guard let end, tokens[end].isMark(":") else { return false }
    return end + 1 == tokens.count || tokens[end + 1].line != tokens[end].line
  }

  private func isClock(_ article: QualityArticle, _ token: QualityToken) -> Bool {
    token.kind == .number && article.bytes[token.range].contains(UInt8(ascii: ":"))
  }

  private func hasCapital(_ article: QualityArticle, _ range: Range<Int>) -> Bool {
    article.bytes[range].contains(where: TextBytes.isUpper)
  }
}

/// How words end, by which abbreviations are told that no list has: "esp.", "últ.", "infrm.".
private struct WordEndings: Sendable {
  /// The consonants that words of a language end with, in the order of ``LanguageProfile/languages``; empty where any may stand.
  private let consonants: [Set<UInt8>]
  private static let vowels = Set("aeiouy".utf8)

  init() {
    var consonants = [Set<UInt8>](repeating: [], count: LanguageProfile.languages.count)
    for (code, letters) in [("pt", "lmnrsxz"), ("es", "djlnrsxz"), ("it", "dlnr")] {
      if let place = LanguageProfile.place(code) { consonants[place] = Set(letters.utf8) }
    }
    self.consonants = consonants
  }

  /// Whether the word, in small letters, ends as no word of the article's language does, or has no vowel.
  func isCutShort(_ article: QualityArticle, _ word: QualityToken) -> Bool {
    let bytes = article.bytes[word.range]
    guard let last = bytes.last, TextBytes.isLower(last) else { return false }
    if !bytes.contains(where: { $0 >= 0x80 || Self.vowels.contains($0) }) { return true }
    guard let language = article.language, !consonants[language].isEmpty, !Self.vowels.contains(last) else { return false }
    return !consonants[language].contains(last)
  }
}

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

  /// Ranges of tokens with an error and what is wrong with them; `quoted` says of each token whether somebody else speaks.
  func errors(_ article: QualityArticle, _ sentence: Range<Int>, _ quoted: [Bool]) -> [(Range<Int>, String)] {
    let tokens = article.tokens
    var result: [(Range<Int>, String)] = []
    for i in sentence.dropLast()
    where (tokens[i].languages & 1 == 1 || tokens[i].hash == a) && tokens[i + 1].kind == .word && tokens[i + 1].isSpaced {
      if let message = (quoted[i] ? nil : agreement(tokens, i, sentence)) ?? determiner(article, tokens[i], tokens[i + 1])
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
