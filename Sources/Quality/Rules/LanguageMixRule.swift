internal import Drift
internal import Text

struct LanguageMixRule: QualityRule {
  let id = FlagID.languageMix
  let definition = "A passage in another language than the article, or letters of another script inside its words."
  let example = "\"Le port reste fermé pour des raisons de sécurité.\" in an English article; \"Mоscow\" with a Cyrillic o."
  let limits = """
    Knows twelve European languages by their small words, in sentences of eight words and more; quotations in the \
    original language are flagged too.
    """
  let weight = QualityTuning.standard.residueWeight
  private let shortest = 8

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    foreignPassages(article) + mixedWords(article) + otherScripts(article)
  }

  /// Sentences in another language, those in a row as one; in boilerplate too, which may be in the site's own language.
  private func foreignPassages(_ article: QualityArticle) -> [QualityFlag] {
    guard let main = article.language else { return [] }
    let places = Array(article.text.tokens.indices)
    let isBare = article.boilerplate.isEmpty
    let tokens = isBare ? article.tokens : QualityToken.tokens(article.text, places)
    let sentences = isBare ? article.sentences : article.text.sentences(of: places)
    var runs: [(language: Int, range: Range<Int>)] = []
    for sentence in sentences where sentence.count >= shortest {
      guard let other = foreignLanguage(tokens[sentence], main: main, in: article) else { continue }
      if let last = runs.last, last.language == other, last.range.upperBound + shortest >= sentence.lowerBound {
        runs[runs.count - 1].range = last.range.lowerBound..<sentence.upperBound
      } else {
        runs.append((other, sentence))
      }
    }
    return runs.compactMap { run in
      guard let first = run.range.first, let last = run.range.last else { return nil }
      let name = LanguageProfile.languages[run.language]
      return flag(
        article, tokens[first].range.lowerBound..<tokens[last].range.upperBound, .minor,
        "A passage in another language (\(name)) than the article.")
    }
  }

  /// The language of a sentence that is not in `main`; where its small words are few, the detector has to say the same.
  private func foreignLanguage(_ sentence: ArraySlice<QualityToken>, main: Int, in article: QualityArticle) -> Int? {
    guard let other = LanguageProfile.shared.foreign(sentence, main: main) else { return nil }
    if other.isSure { return other.language }
    let reading = LanguageDetector.reading(of: words(sentence, in: article))
    guard let reading, reading.isSure, reading.language.rawValue == LanguageProfile.languages[other.language] else { return nil }
    return other.language
  }

  /// The words of a sentence without what is in no language: hashtags, the names of accounts.
  private func words(_ sentence: ArraySlice<QualityToken>, in article: QualityArticle) -> [UInt8] {
    var words: [UInt8] = []
    for token in sentence where token.kind == .word {
      let start = token.range.lowerBound
      if start > 0, "#@".utf8.contains(article.bytes[start - 1]) { continue }
      words += article.bytes[token.range]
      words.append(UInt8(ascii: " "))
    }
    return words
  }

  /// Words of ASCII and Cyrillic or Greek letters, from the first to the last: one substitution, however many words it struck.
  private func mixedWords(_ article: QualityArticle) -> [QualityFlag] {
    // Without a Cyrillic or Greek letter no word has one.
    guard article.bytes.contains(where: Self.beginsOtherScript) else { return [] }
    let isLatin = 2 * article.tokens.count { $0.kind == .word && isOther($0) } < article.words.count
    let mixed = article.tokens.indices.filter {
      article.tokens[$0].kind == .word && article.tokens[$0].range.count >= 3
        && isMixed(article.bytes, article.tokens[$0].range, isLatin: isLatin)
    }
    guard let first = mixed.first, let last = mixed.last else { return [] }
    let message = mixed.count == 1 ? "Letters of two scripts in one word." : "Letters of two scripts in \(mixed.count) words."
    return [flag(article, article.bytes(first..<last + 1), .major, message)]
  }

  /// Runs of words in another script, of three letters and more: one sign is a unit or a smile.
  private func otherScripts(_ article: QualityArticle) -> [QualityFlag] {
    let tokens = article.tokens
    let other = tokens.count { $0.kind == .word && isOther($0) }
    // Two ideographs are a word.
    let weight = other - tokens.count { $0.kind == .word && $0.initial >= 0x2E80 } / 2
    guard other > 0, article.words.count - other > 20 * weight else { return [] }
    var result: [QualityFlag] = []
    var run: Range<Int>?
    func close() {
      if let run, letters(tokens[run]) >= 3 {
        result.append(flag(article, article.bytes(run), .minor, "Words in another script than the article."))
      }
      run = nil
    }
    for (place, token) in tokens.enumerated() where token.kind == .word && !isMixed(article.bytes, token.range, isLatin: true) {
      if !isOther(token) {
        close()
      } else {
        run = (run?.lowerBound ?? place)..<place + 1
      }
    }
    close()
    return result
  }

  private func isOther(_ token: QualityToken) -> Bool {
    token.initial >= 0x370 && (token.initial < 0x1E00 || token.initial >= 0x2E80) && !(0x1400..<0x1680).contains(token.initial)
  }

  private func letters(_ tokens: ArraySlice<QualityToken>) -> Int {
    tokens.reduce(0) { $0 + ($1.kind == .word ? $1.range.count / 2 : 0) }
  }

  /// Whether letters of ASCII stand among Cyrillic or Greek ones in a part of a word: "Mоscow", and neither "IT-компания" nor
  /// "COVIDом", a Latin name with its ending in a text of that script.
  private func isMixed(_ text: [UInt8], _ range: Range<Int>, isLatin: Bool) -> Bool {
    var runs: [(script: Script, letters: Int)] = []
    for i in range {
      if let script = Script(text, i) {
        if runs.last?.script == script { runs[runs.count - 1].letters += 1 } else { runs.append((script, 1)) }
      } else if text[i] & 0xC0 != 0x80 || text[i - 1] == 0xE2 || text[i - 1] == 0x80 {
        // A hyphen or apostrophe, of one byte or three.
        if Self.isMixed(runs, isLatin) { return true }
        runs = []
      }
    }
    return Self.isMixed(runs, isLatin)
  }

  private static func isMixed(_ runs: [(script: Script, letters: Int)], _ isLatin: Bool) -> Bool {
    guard runs.count > 1, runs.reduce(0, { $0 + $1.letters }) > 2 else { return false }
    // "μSv": a sign of measures.
    if runs.count == 2, runs[0].script == .greek, runs[0].letters == 1 { return false }
    return isLatin || runs.count > 2 || runs[0].script != .latin || runs[1].letters > 3
  }

  private enum Script {
    case latin, greek, cyrillic

    /// The script of the letter that begins at byte `i`; nil where none of the three does.
    init?(_ text: [UInt8], _ i: Int) {
      switch text[i] {
      case 0x41...0x5A, 0x61...0x7A: self = .latin
      case 0xCE, 0xCF: self = .greek
      case 0xD0, 0xD1: self = .cyrillic
      default: return nil
      }
    }
  }

  private static func beginsOtherScript(_ byte: UInt8) -> Bool { (0xCE...0xD1).contains(byte) }
}
