internal import Drift

struct MachineRewriteRule: QualityRule {
  let id = FlagID.machineRewrite
  let definition = "The article is the work of a machine that rephrased or translated another one of its cluster."
  let example = "Every sentence of the original in its place, each in other words, names and quotations with them."
  let limits = "Repeats the article's role; of an article alone nothing is said, as people leave the same faults."
  let weight = QualityTuning.standard.roleWeight

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard cluster?.isMachineRewrite == true else { return [] }
    return [flag(article, 0..<0, .major, "A machine's rewrite of another article of its cluster.")]
  }
}
