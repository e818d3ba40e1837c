internal import Resources
import Text

/// Word sets that single rules need, from `rule_words.tsv`; the raw value is the set's name there.
enum RuleWords: String, CaseIterable {
  /// Words behind "no" with which it negates nothing.
  case afterNo
  /// Words that negate in one of their senses only.
  case ambiguousNegatives
  /// Small words behind which a verb in its past form is the verb of the sentence.
  case beforeFiniteVerbs
  /// Words that open an object.
  case beforeObjects
  /// Words between a speaker and the quotation.
  case besideSpeakers
  /// Words between a subject and its verb.
  case besideVerbs
  /// Words between a modal and its verb.
  case betweenModalAndVerb
  /// Words between "failed" and what failed.
  case betweenNegatorAndVerb
  /// Words between a speaker and the verb of saying.
  case betweenSpeakerAndVerb
  /// Irregular comparatives.
  case comparatives
  /// Words that count without a figure, before what they count, in several languages.
  case counting
  /// Articles and what stands in their place.
  case determiners
  /// Words between two names that give them parts.
  case directions
  /// Forms of "be", and of "get" as it makes a passive.
  case formsOfBe
  /// Hedges that are verbs of saying.
  case hedgesOfSaying
  /// Verbs that say no more than that something happens, in several languages.
  case happening
  /// Parts of a day, and words beside them that say which, in several languages.
  case hours
  /// Words inside a group of verbs.
  case insideVerbGroups
  /// Participles with endings of their own, in Romance languages.
  case irregularParticiples
  /// Words between two names that keep them apart.
  case joiningNames
  /// Verbs that mean nothing without their particle.
  case lightVerbs
  /// Words and marks between two names of which the one belongs to the other, in several languages.
  case linkingNames
  /// Words for men.
  case men
  /// Verbs of motion, whose choice depends on the point of view.
  case moving
  /// Words that negate by their meaning.
  case negativeWords
  /// Words in -er and -est that compare nothing.
  case notCompared
  /// Verbs of saying that are as often something else.
  case notSaying
  /// Verbs of saying that introduce no quotation.
  case notSayingInQuotations
  /// Periods that "last", "this" and "next" tell apart.
  case periods
  /// What may stand before a known word.
  case prefixes
  /// Names of the scales that measure how much, how many, how often or how strongly.
  case quantityScales
  /// Words that open a question which is told, in several languages.
  case questions
  /// Forms of verbs of saying whose tense is a matter of house style.
  case reportingForms
  /// Verbs that say no more of a place than where it is.
  case resting
  /// Words that restrict more often than they negate.
  case restrictive
  /// Words that soften a statement as a hedge does.
  case softening
  /// Words that open a stamp in brackets, beside those of page clocks.
  case stamps
  /// What may stand behind a known word.
  case suffixes
  /// Verbs whose parties may change places.
  case symmetricVerbs
  /// Verbs of giving and taking, whose choice depends on the point of view.
  case taking
  /// Things that are "she" to some: ships and countries.
  case vessels
  /// Words for women.
  case women

  /// The words, in the order of the list.
  var words: [String] { Self.all[rawValue] ?? [] }

  /// Read once.
  private static let all: [String: [String]] = {
    var all: [String: [String]] = [:]
    for row in Resource.rows("rule_words.tsv") where row.count > 1 { all[String(row[0]), default: []].append(String(row[1])) }
    return all
  }()
}

extension DriftResources {
  /// The numbers of a word set.
  func set(_ words: RuleWords) -> WordSet { set(words.words) }
}

/// What a rule found out about words once, by their numbers; shared by the copies of the rule in one session.
final class WordMemo<Value> {
  // One thread's own and never entered twice: asking at run time whether it is in use would cost as much as reading it.
  @exclusivity(unchecked) private var values: [Value?] = []

  func value(of word: WordNumber, _ compute: () -> Value) -> Value {
    if Int(word) >= values.count {
      values.append(contentsOf: repeatElement(nil, count: max(Int(word) + 1, values.count * 2) - values.count))
    }
    if let known = values[Int(word)] { return known }
    let value = compute()
    values[Int(word)] = value
    return value
  }
}
