package import Alignment
import Articles
import Lexicon
import Text

/// A word in the place of another in a sentence that is the same otherwise, in languages that have no WordNet here.
///
/// What is copied word for word but for a place or two was not written anew: whoever put another word there meant it, unless the
/// two are forms or synonyms of each other (``ReplacementLikeness``). Confidence: words .72, names .78, times .85 + .15 g with g
/// the trust in the closeness of the sentences, times .93 where there are more of them on one side. Two words that changed places
/// count .78; verbs, participles and adverbs .60, for they are what editors vary, unless they are listed as different (section
/// `contrasts`); a pronoun of the other gender as a word. Names are told by what stands before them ("in", a title), by capitals
/// throughout, and by opening the sentence in both. Whole phrases are a suspicion, .50, which counts where the copy was
/// falsified.
package struct ReplacedWordRule: DriftRule {
  package static let category = DriftCategory.term
  package static let languages = LanguageScope.only(LanguageData.withSynonyms)
  package static let explanation = RuleExplanation(
    definition: "In a sentence that was copied word for word a word stands in the place of another that says something else.",
    example: ("O piloto e o carteiro foram ouvidos na delegacia.", "O piloto e o dentista foram ouvidos na delegacia."),
    limits: """
      No dictionary of these languages is at hand: whether two words say the same is told by their letters and by a list of what \
      editors put for each other. A synonym that the list lacks is reported.
      """)

  private let likeness: ReplacementLikeness
  private let telling: WordsOfTelling
  private let functionWords, beforeNames: WordSet
  private let capitalisesNouns: Bool
  /// Pronouns of the one gender and of the other.
  private let heAndShe: [WordSet]
  /// Words between two of which either may come first.
  private let joining: WordSet
  private let tuning = DriftTuning.standard.replacedWords

  package init(resources: DriftResources) {
    likeness = ReplacementLikeness(resources)
    telling = WordsOfTelling(resources)
    functionWords = resources.set(resources.data.phrases(.functionWords))
    beforeNames = resources.set(resources.data.phrases(.beforeNames))
    capitalisesNouns = resources.data.language == .german
    heAndShe =
      resources.data.lines(.heAndShe).first.map { line in
        line.split(separator: "|").map { resources.set($0.split(separator: " ").map(String.init)) }
      } ?? []
    joining = resources.set(
      RuleWords.joiningNames.words + resources.data.phrases(.openers).filter { $0.count <= 3 } + [
        "o", "ou", "oder", "gegen", "contra", "contro", "contre", "ضد", "مع",
      ])
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids, context.isSentenceLevel || context.isWordForWord else { return }
    let reader = PairReader(pair, context)
    guard reader.isShort else { return }
    let mentions = context.resources.vocabulary.calendar.mentions
    if let words = ExchangedWords(
      reader, showsCase: capitalisesNouns, isTime: mentions.contains, isFunctionWord: functionWords.contains,
      joins: joining.contains)
    {
      return reportExchanged(words, reader, &report)
    }
    if let phrases = ExchangedPhrases(
      reader, isTime: mentions.contains, isFunctionWord: functionWords.contains, joins: joining.contains),
      !capitalisesNouns
    {
      return report.report(
        .agencyClause, confidence: tuning.exchanged * tuning.byTrust(pair.trust), a: phrases.a, b: phrases.b,
        phrases.message(reader))
    }
    guard pair.closeness >= tuning.closeness else { return }
    let places = ReplacedPlaces(pair).places.filter { !tellsMeasure($0, reader, context) }
    guard places.count <= max(tuning.places, min(pair.a.count, pair.b.count) / tuning.wordsAPlace) else { return }
    for place in places {
      reportGender(place, reader, &report)
      guard let words = replaced(place, reader, context) else {
        reportPhrase(place, reader, context, &report)
        continue
      }
      guard !isExplained(place, report), !mayBeOne(words, reader), context.isSentenceLevel || !isVaried(words, reader, context)
      else { continue }
      let isName = isName(words, place, reader)
      let isTold = !isName && (telling.areOfTelling(words, reader) || telling.isPhrase(words, place, reader))
      var confidence = (isName ? tuning.name : isTold ? tuning.telling : tuning.word) * tuning.byTrust(pair.trust)
      if words.a.count != words.b.count { confidence *= tuning.uneven }
      let (a, b) = (span(words.a), span(words.b))
      report.report(
        isName ? .nameReplaced : .termReplaced, confidence: confidence, a: a, b: b,
        "“\(reader.text(.a, a))” became “\(reader.text(.b, b))”\(isName || a.count > 1 || b.count > 1 ? "." : ", which is another word.")"
      )
    }
  }

  private func reportExchanged(_ words: ExchangedWords, _ reader: PairReader, _ report: inout FindingCollector) {
    let (i, j) = (words.first, words.second)
    guard !report.explains(a: i), !report.explains(b: i), !likeness.areAlike(reader.id(.a, i), reader.id(.b, i)) else { return }
    report.report(
      .agencyClause, confidence: tuning.exchanged * tuning.byTrust(reader.pair.trust), a: i..<j + 1, b: i..<j + 1,
      "“\(reader.text(.a, i..<i + 1))” and “\(reader.text(.a, j..<j + 1))” changed places.")
  }

  /// "Ele" and "ela" alone in one place.
  private func reportGender(_ place: ReplacedPlaces.Place, _ reader: PairReader, _ report: inout FindingCollector) {
    guard heAndShe.count == 2, place.a.count == 1, place.b.count == 1, place.kept >= tuning.kept else { return }
    let (i, j) = (place.a.lowerBound, place.b.lowerBound)
    let (x, y) = (reader.id(.a, i), reader.id(.b, j))
    guard heAndShe[0].contains(x) && heAndShe[1].contains(y) || heAndShe[1].contains(x) && heAndShe[0].contains(y) else { return }
    report.report(
      .pronounGender, confidence: tuning.word * tuning.byTrust(reader.pair.trust), a: place.a, b: place.b,
      "“\(reader.text(.a, place.a))” became “\(reader.text(.b, place.b))”: another person.")
  }

  /// "By his own wish" and "under pressure from the board": words that share nothing stand between the same neighbours.
  private func reportPhrase(
    _ place: ReplacedPlaces.Place, _ reader: PairReader, _ context: DriftContext, _ report: inout FindingCollector
  ) {
    guard !context.isSentenceLevel, isPlace(place), !isExplained(place, report), !tellsMeasure(place, reader, context) else {
      return
    }
    let words = Sides(a: own(.a, place, reader), b: own(.b, place, reader))
    guard !words.a.isEmpty, !words.b.isEmpty, !mayBeOne(words, reader), !isVaried(words, reader, context) else { return }
    report.report(
      .termReplaced, confidence: tuning.phrase * tuning.byTrust(reader.pair.trust), a: place.a, b: place.b,
      "“\(reader.text(.a, place.a))” became “\(reader.text(.b, place.b))”.")
  }

  /// Something stands on either side, beside enough words that are the same.
  private func isPlace(_ place: ReplacedPlaces.Place) -> Bool {
    !place.a.isEmpty && !place.b.isEmpty && place.kept >= tuning.kept
      && max(place.a.count, place.b.count) <= tuning.longestPlace
  }

  /// A figure, a time or a unit, which other rules tell.
  private func tellsMeasure(_ place: ReplacedPlaces.Place, _ reader: PairReader, _ context: DriftContext) -> Bool {
    let calendar = context.resources.vocabulary.calendar
    return Side.allCases.contains { side in
      place.range(side).contains {
        reader.words(side).shape($0).contains(.figure) || calendar.mentions.contains(reader.id(side, $0))
          || reader.knowledge.unit(reader.id(side, $0)) != nil
      }
    }
  }

  /// The words of open class that stand in a place on one side only; nil where it is no replacement.
  private func replaced(_ place: ReplacedPlaces.Place, _ reader: PairReader, _ context: DriftContext) -> Sides<[Int]>? {
    guard isPlace(place), !tellsMeasure(place, reader, context) else { return nil }
    var words = Sides(a: own(.a, place, reader), b: own(.b, place, reader))
    guard !words.a.isEmpty, !words.b.isEmpty, max(words.a.count, words.b.count) <= tuning.mostWords else { return nil }
    let small = (place.a.count - words.a.count) - (place.b.count - words.b.count)
    let capitals = (isCapital(words.a, reader.pair.a), isCapital(words.b, reader.pair.b))
    // An office for its holder: "Merkel", "die Kanzlerin".
    guard capitals.0 == capitals.1, abs(small) <= (capitals.0 ? 0 : tuning.functionWords) else { return nil }
    let names = (words.a.count { reader.isName(.a, $0) }, words.b.count { reader.isName(.b, $0) })
    guard capitals == (true, true) || names == (0, 0) else { return nil }
    if capitalisesNouns, (names.0 > 0) != (names.1 > 0) { return nil }
    words.a.sort()
    words.b.sort()
    return words
  }

  private func own(_ side: Side, _ place: ReplacedPlaces.Place, _ reader: PairReader) -> [Int] {
    let others = Set(place.range(side.other).map { reader.id(side.other, $0) })
    return place.range(side).filter { position in
      let id = reader.id(side, position)
      return reader.isContent(side, position) && !reader.isElided(side, position) && !functionWords.contains(id)
        && !others.contains(id)
        && reader.knowledge.words.string(id).count > 1
    }
  }

  private func isCapital(_ positions: [Int], _ side: SentenceSide) -> Bool {
    positions.allSatisfy { side.shape($0).contains(.capitalised) }
  }

  private func span(_ positions: [Int]) -> Range<Int> { positions[0]..<positions[positions.count - 1] + 1 }

  private func isExplained(_ place: ReplacedPlaces.Place, _ report: FindingCollector) -> Bool {
    place.a.contains { report.explains(a: $0) } || place.b.contains { report.explains(b: $0) }
  }

  /// Any of the words may stand for any of the others, or is short for them.
  private func mayBeOne(_ words: Sides<[Int]>, _ reader: PairReader) -> Bool {
    if isShort(words.a, .a, for: words.b, reader) || isShort(words.b, .b, for: words.a, reader) { return true }
    return words.a.contains { i in
      words.b.contains { j in
        let (x, y) = (reader.id(.a, i), reader.id(.b, j))
        let areCodes = isCode(i, reader.pair.a) && isCode(j, reader.pair.b)
        return areCodes ? likeness.areOneCode(x, y) : likeness.areAlike(x, y)
      }
    }
  }

  private func isCode(_ position: Int, _ side: SentenceSide) -> Bool {
    side.shape(position).contains(.allCapitals) && side.token(position).bytes.count <= tuning.longestCode
  }

  /// A code for several words, or letters that begin the one word.
  private func isShort(_ code: [Int], _ side: Side, for long: [Int], _ reader: PairReader) -> Bool {
    guard code.count == 1, isCode(code[0], reader.words(side)) else { return false }
    if long.count == 1, isCode(long[0], reader.words(side.other)) { return false }
    let first = reader.knowledge.words.bytes(reader.id(side, code[0])).first
    return first == reader.knowledge.words.bytes(reader.id(side.other, long[0])).first
  }

  /// Either article has the other's word too: its writer chooses between them.
  private func isVaried(_ words: Sides<[Int]>, _ reader: PairReader, _ context: DriftContext) -> Bool {
    func stands(_ word: WordNumber, _ words: WordSet) -> Bool {
      words.contains(word) || words.contains(reader.knowledge.lemma(word))
    }
    return words.a.contains { stands(reader.id(.a, $0), context.occurrences.wordsOfB) }
      || words.b.contains { stands(reader.id(.b, $0), context.occurrences.wordsOfA) }
  }

  private func isName(_ words: Sides<[Int]>, _ place: ReplacedPlaces.Place, _ reader: PairReader) -> Bool {
    func all(_ is: (Side, Int) -> Bool) -> Bool {
      words.a.allSatisfy { `is`(.a, $0) } && words.b.allSatisfy { `is`(.b, $0) }
    }
    if all({ isCode($1, reader.words($0)) }) { return true }
    guard place.a.lowerBound == words.a[0], place.b.lowerBound == words.b[0] else { return false }
    let isCased = all { reader.words($0).shape($1).contains(.capitalised) }
    if isCased, !capitalisesNouns, words.a.count == 1, words.b.count == 1,
      all({ reader.words($0).shape($1).contains(.sentenceStart) })
    {
      return true
    }
    let before = place.a.lowerBound - 1
    return before >= 0 && beforeNames.contains(reader.pair.a.ids[before])
  }
}
