/// What speaks for a role, as a reader is told: the short reasons of the outputs as parts of a sentence.
enum EvidenceWords {
  /// Such as `98 % stand word for word in the other` for `verbatim 0.98`; a reason that is not known stays as it is.
  static func sentence(_ reason: String) -> String {
    let reason = reason.onOneLine
    let words = reason.split(separator: " ")
    guard let last = words.last, words.count > 1 else { return plain(reason) }
    let label = words.dropLast().joined(separator: " ")
    if last.hasPrefix("x"), let count = Int(last.dropFirst()) {
      return counts[label].map { $0.many.replacing("#", with: "\(count)") } ?? reason
    }
    guard last.contains("."), let value = Double(last), (0...1).contains(value) else { return plain(reason) }
    return shares[label].map { $0.replacing("#", with: percent(value)) } ?? "\(label) \(percent(value))"
  }

  /// Reasons without a figure.
  private static func plain(_ reason: String) -> String {
    let alone = "by way of others, itself "
    if reason.hasPrefix(alone) {
      return "taken alone the pair would be called \(reason.dropFirst(alone.count)): other versions stand between them"
    }
    return words[reason] ?? counts[reason]?.one ?? reason
  }

  private static let words = [
    "earliest": "no version is older", "soundest text": "its text is the most complete and least damaged",
    "part of another": "it stands whole in another version", "printed by others": "other sites print it word for word",
    "copy of its parent": "it copies that version", "no fact differs": "no fact differs",
  ]

  private static let shares = [
    "resemblance": "# of the wording in common", "containment": "# of its wording stands in the other",
    "sentences": "# of the sentences have a counterpart", "order": "# of them in the same order",
    "verbatim": "# word for word", "length": "# as long", "story": "# alike in rare words",
    "contains the others": "it holds # of the other versions", "machine signs": "it shows signs of a machine (#)",
    "machine signs in others": "another version shows signs of a machine (#)",
    "sentence order kept": "# of the sentences in the same order", "quotations kept": "# of the quotations kept",
  ]

  /// What is counted, for one and for several.
  private static let counts: [String: (one: String, many: String)] = [
    "pronoun changed": ("a pronoun changed", "# pronouns changed"),
    "quotation altered": ("a quotation altered", "# quotations altered"),
    "draws on story": ("it draws on another story", "it draws on # stories"),
    "broken-sentence": ("a broken sentence", "# broken sentences"),
    "inconsistent-name": ("a name spelt in two ways", "# names spelt in two ways"),
    "tortured-phrase": ("a tortured phrase", "# tortured phrases"),
    "stump-heading": ("a heading of which a piece is left", "# headings of which a piece is left"),
    "language-mix": ("a passage in another language", "# passages in another language"),
    "chatbot-leftover": ("words that a chatbot left", "words that a chatbot left, in # places"),
  ]
}
