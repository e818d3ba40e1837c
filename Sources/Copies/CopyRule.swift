/// How two versions of one text relate, from exact measures alone.
package enum CopyRelation: String, Sendable {
  case identical, reprint, edited, excerpt
}

/// When a verified pair is a copy, and of what kind.
package struct CopyRule: Sendable, Hashable {
  /// Least resemblance of two copies, 0...1.
  package var resemblance = CopyTuning.standard.resemblance
  /// From this resemblance on a copy is a reprint: what differs is trivia.
  package var reprint = CopyTuning.standard.reprint
  /// Least share of the shorter text that the longer has when one is an excerpt of the other.
  package var excerpt = CopyTuning.standard.excerpt

  package init() {}

  /// The relation, or nil when the pair is no copy: too little in common, or one form filled twice.
  package func relation(_ measure: CopyMeasure) -> CopyRelation? {
    if measure.isIdentical { return .identical }
    let contained = max(measure.containmentOfA, measure.containmentOfB)
    guard measure.resemblance >= resemblance || contained >= excerpt else { return nil }
    if isTemplate(measure) { return nil }
    if measure.resemblance >= reprint { return .reprint }
    return measure.resemblance >= resemblance ? .edited : .excerpt
  }

  /// The least of a measure from which it can be a copy's, or is open.
  var least: (resemblance: Float, containment: Float) {
    let tuning = CopyTuning.standard
    return (min(resemblance, tuning.openResemblance), min(excerpt, tuning.openContainment))
  }

  /// Whether a measure leaves open what the two share: neither the same text nor next to nothing.
  func isOpen(_ measure: CopyMeasure) -> Bool {
    if measure.isIdentical || measure.resemblance >= reprint { return false }
    let tuning = CopyTuning.standard
    return measure.resemblance >= tuning.openResemblance
      || max(measure.containmentOfA, measure.containmentOfB) >= tuning.openContainment
  }

  /// Whether the shorter of two articles is short enough for a teaser of the longer.
  package func mayBeTeaser(_ a: CopyDigest, of b: CopyDigest) -> Bool {
    mayBeTeaser(words: min(a.wordCount, b.wordCount), of: max(a.wordCount, b.wordCount))
  }

  /// Whether the shorter of two articles may be that without the page's call behind it.
  package func mayHoldTeaser(_ a: CopyDigest, of b: CopyDigest) -> Bool {
    let words = min(a.wordCount, b.wordCount) - CopyTuning.standard.longestCall
    return mayBeTeaser(words: words, of: max(a.wordCount, b.wordCount))
  }

  private func mayBeTeaser(words: Int, of whole: Int) -> Bool {
    words <= CopyTuning.standard.longestTeaser && words * 2 <= whole
  }

  /// Two fillings of one recurring form: the wording stayed and the names and figures, which an editor would have kept before
  /// anything else, did not.
  package func isTemplate(_ measure: CopyMeasure) -> Bool {
    let changedNames = 1 - measure.keptNames
    let changedWords = 1 - measure.keptWords
    let tuning = CopyTuning.standard
    return measure.names >= tuning.formNames && changedNames >= tuning.formChanged
      && changedNames >= tuning.formChangedToWords * changedWords
  }

  /// How many names and figures of the side with fewer the other has not.
  func changedNames(_ measure: CopyMeasure) -> Int { Int(((1 - measure.keptNames) * Float(measure.names)).rounded()) }
}
