struct MachineRewriteRule: QualityRule {
  let id = "machine-rewrite"
  let definition = "The article looks like the work of a machine that rephrased or translated another one."
  let example =
    "Names spelt in two ways, a sentence begun in small letters and a heading cut to its last word, all in one article."
  let limits = """
    On an article alone only a hint, from three different kinds of other flags; with its cluster it repeats the \
    article's role.
    """
  let weight = 0.35
  /// Flags that a machine leaves more often than a person.
  private let hints: Set<String> = [
    "stump-heading", "broken-sentence", "inconsistent-name", "tortured-phrase", "language-mix", "altered-quotation",
    "serious-drift",
  ]

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    if cluster?.role == "machine-rewrite" {
      return [flag(article, 0..<0, .major, "A machine's rewrite of another article of its cluster.")]
    }
    let kinds = Set(flags.lazy.filter { hints.contains($0.flag) }.map(\.flag))
    guard kinds.count >= 3 else { return [] }
    return [flag(article, 0..<0, .minor, "Signs of a machine's rewrite: \(kinds.sorted().joined(separator: ", ")).")]
  }
}
