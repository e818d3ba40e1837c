internal import Resources

/// The function words of a language, in folded spelling: those of English by kind, of others as their list of stop words has them.
struct FunctionWords {
  let all: [String]
  let pronouns: [String]
  let auxiliaries: [String]
  /// Function words whose loss or addition is worth a line: they measure, restrict or compare.
  let weighty: [String]

  /// - Parameter language: The language's ISO 639 code.
  init(language: String) {
    guard language == "en" else {
      all = Languages.functionWords(of: language).map(String.init)
      (pronouns, auxiliaries, weighty) = ([], [], [])
      return
    }
    all = Self.pronouns + Self.auxiliaries + Self.others
    (pronouns, auxiliaries, weighty) = (Self.pronouns, Self.auxiliaries, Self.weighty)
  }

  private static let pronouns = split(
    """
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours \
    ourselves they them their theirs themselves who whom whose
    """)

  private static let auxiliaries = split(
    """
    be am is are was were been being have has had having do does did will would shall should may might must can could ought 'd
    """)

  private static let others = split(
    """
    a an the this that these those and or but nor so yet for of in on at by to from with without into onto upon about above below \
    over under between among through during before after against along across around behind beside besides beyond near off out up \
    down since until till toward towards via per as if then than because while although though unless whether when where why how \
    what which not no 's 't there here too very also just only even both either neither each every all any some such own same other \
    another more most much many few less least several again ever never once now however therefore thus meanwhile else etc & amid \
    despite except inside outside within throughout whereas whenever wherever whatever whoever
    """)

  private static let weighty = split(
    """
    not no very also just only even so too much more most many few less least several some such same other another again ever never \
    once now all any each every both own here there either neither else without against except about around
    """)

  private static func split(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
