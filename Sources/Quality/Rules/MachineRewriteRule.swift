struct MachineRewriteRule: QualityRule {
  let id = "machine-rewrite"
  let definition = "The article looks like the work of a machine that rephrased or translated another one."
  let example =
    "Names spelt in two ways, a sentence begun in small letters and a heading cut to its last word, all in one article."
  let limits = """
    On an article alone only a hint, from three different kinds of other flags; beside other versions it repeats the \
    article's role.
    """
  let weight = 0.35
  /// Flags that a machine leaves more often than a person; what differs from another version tells nothing of the hand.
  private let hints = Set(
    [FlagID.stumpHeading, .brokenSentence, .inconsistentName, .torturedPhrase, .languageMix].map(\.rawValue))

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    if let cluster {
      guard cluster.isMachineRewrite else { return [] }
      return [flag(article, 0..<0, .major, "A machine's rewrite of another article of its cluster.")]
    }
    let kinds = Set(flags.lazy.filter { hints.contains($0.flag) }.map(\.flag))
    guard kinds.count >= 3 else { return [] }
    return [flag(article, 0..<0, .minor, "Signs of a machine's rewrite: \(kinds.sorted().joined(separator: ", ")).")]
  }
}
