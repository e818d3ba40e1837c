import Drift
import TestSupport
import Testing

/// A filter leaves findings out; whether they are serious it does not change.
struct FilterTests {
  private static let article = """
    The harbour board of Brandal approved the new crane on Monday. The board said that it would not close the north quay. \
    Solveig Lines launched the ferry in 2005 and it carries 900 passengers a day. Fjellfront seized the mill at noon. \
    “We will never sell the yard to Fjellfront,” said Runa Veld, who chairs the board. Farmers lost 40 horses to Fjellfront.
    """
  private static let changes = [
    ("approved", "rejected"), ("would not close", "would close"), ("launched", "painted"), ("900", "700"), ("Monday", "Friday"),
    ("mill at noon", "mill at dawn"), ("never sell", "gladly sell"), ("Runa Veld", "Eva Holm"), ("40 horses", "90 horses"),
    ("Farmers", "Fishermen"), ("carries", "charges"), ("to Fjellfront.", "to Grimdal."), ("Brandal", "Varne"),
  ]

  private static func copy(_ seed: Int) -> String {
    var random = SeededGenerator(seed)
    var copy = article
    if random.below(2) == 0 { copy = copy.replacing("Fjellfront", with: "Ostgarde") }
    for (old, new) in changes.shuffled(using: &random).prefix(1 + random.below(6)) { copy = copy.replacing(old, with: new) }
    return copy
  }

  private static func options(_ least: DriftSeverity, _ categories: Set<DriftCategory>? = nil) -> DriftOptions {
    var options = DriftOptions()
    options.minimumSeverity = least
    options.categories = categories
    return options
  }

  @Test(arguments: 0..<30) func `a filter by severity leaves the serious findings as they are`(seed: Int) {
    let copy = Self.copy(seed), all = Analyzers.compare(Self.article, copy).findings
    for least in [DriftSeverity.major, .critical] {
      let found = Analyzers.compare(Self.article, copy, options: Self.options(least)).findings
      #expect(found == all.filter { $0.severity >= least }, "\(copy)")
    }
  }

  @Test(arguments: 0..<30) func `a filter by category leaves the findings of the category as they are`(seed: Int) {
    let copy = Self.copy(seed), all = Analyzers.compare(Self.article, copy).findings
    for category in [DriftCategory.name, .term, .polarity] {
      let found = Analyzers.compare(Self.article, copy, options: Self.options(.minor, [category])).findings
      #expect(found == all.filter { $0.category == category }, "\(category): \(copy)")
    }
  }
}
