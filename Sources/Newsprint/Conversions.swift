internal import Articles
internal import Copies
internal import Drift
internal import Files
internal import Fingerprints
internal import Input
internal import Pipeline
internal import Quality
internal import Relations

// What the modules below say, in the words of the library. Each switch is complete: a new case of theirs does not compile until
// the library has a name for it.

extension Relation {
  init(_ relation: Relations.Relation) {
    self =
      switch relation {
      case .identical: .identical
      case .reprint: .reprint
      case .edited: .edited
      case .rewrite: .rewrite
      case .excerpt: .excerpt
      case .update: .update
      case .template: .template
      case .sharedQuotes: .sharedQuotes
      case .unrelated: .unrelated
      }
  }
}

extension Role {
  init(_ role: Pipeline.Role) {
    self =
      switch role {
      case .original: .original
      case .reprint: .reprint
      case .edited: .edited
      case .rewrite: .rewrite
      case .machineRewrite: .machineRewrite
      case .excerpt: .excerpt
      case .update: .update
      case .composite: .composite
      case .single: .single
      }
  }
}

extension DriftCategory {
  init(_ category: Drift.DriftCategory) {
    self =
      switch category {
      case .number: .number
      case .time: .time
      case .unit: .unit
      case .name: .name
      case .quotation: .quotation
      case .negation: .negation
      case .polarity: .polarity
      case .degree: .degree
      case .modality: .modality
      case .attribution: .attribution
      case .pronoun: .pronoun
      case .agency: .agency
      case .term: .term
      case .addition: .addition
      case .omission: .omission
      case .tense: .tense
      case .language: .language
      case .fluency: .fluency
      }
  }

  var drift: Drift.DriftCategory {
    switch self {
    case .number: .number
    case .time: .time
    case .unit: .unit
    case .name: .name
    case .quotation: .quotation
    case .negation: .negation
    case .polarity: .polarity
    case .degree: .degree
    case .modality: .modality
    case .attribution: .attribution
    case .pronoun: .pronoun
    case .agency: .agency
    case .term: .term
    case .addition: .addition
    case .omission: .omission
    case .tense: .tense
    case .language: .language
    case .fluency: .fluency
    }
  }
}

extension Severity {
  init(_ severity: DriftSeverity) {
    self =
      switch severity {
      case .minor: .minor
      case .major: .major
      case .critical: .critical
      }
  }

  var drift: DriftSeverity {
    switch self {
    case .minor: .minor
    case .major: .major
    case .critical: .critical
    }
  }
}

extension Comparison {
  init(_ pair: PairComparison) {
    self.pair = pair
    relation = Relation(pair.relation.relation)
    measures = Measures(pair)
    findings = pair.drift.findings.map(Finding.init)
  }
}

extension Measures {
  init(_ pair: PairComparison) {
    let evidence = pair.relation.evidence
    resemblance = Double(evidence.copy.resemblance)
    containmentOfAInB = Double(evidence.copy.containmentOfA)
    containmentOfBInA = Double(evidence.copy.containmentOfB)
    story = Double(evidence.similarity)
    alignedCloseness = pair.drift.closeness
    var all = ["aligned_closeness": pair.drift.closeness]
    for (name, value) in pair.relation.similarity { all[name] = value }
    byName = all
  }
}

extension Finding {
  init(_ finding: DriftFinding) {
    category = DriftCategory(finding.category)
    severity = Severity(finding.severity)
    confidence = finding.confidence
    rule = finding.rule.rawValue
    a = finding.a?.range
    b = finding.b?.range
    message = finding.message
    count = finding.count
  }
}

extension QualityReport {
  init(_ report: Quality.QualityReport, of article: String) {
    self.article = article
    score = report.score
    flags = report.flags.map(QualityFlag.init)
  }

  init(_ item: ArticleStream.Item<Quality.QualityReport>) { self.init(item.value, of: item.name) }
}

extension QualityFlag {
  init(_ flag: Quality.QualityFlag) {
    name = flag.flag.rawValue
    severity = Severity(flag.severity)
    range = flag.range.indices
    text = flag.text
    message = flag.message
  }
}

extension Relation {
  /// A version that a machine wrote, or that draws on other stories too, is a rewrite.
  init(_ reason: DedupeJob.Reason) {
    self =
      switch reason {
      case .copy(.identical): .identical
      case .copy(.reprint), .version(.reprint): .reprint
      case .copy(.edited), .version(.edited): .edited
      case .copy(.excerpt), .version(.excerpt): .excerpt
      case .version(.update): .update
      case .version(.rewrite), .version(.machineRewrite), .version(.composite), .version(.original), .version(.single): .rewrite
      }
  }
}

extension Duplicate {
  init(_ dropped: DedupeJob.Dropped, of result: DedupeJob.Result) {
    article = result.identifier(dropped.article)
    original = result.identifier(dropped.of)
    relation = Relation(dropped.reason)
    similarity = Double(dropped.similarity)
    containment = dropped.containment.map(Double.init)
    changes = dropped.changes.map {
      Change(category: $0.kind.name, severity: Severity($0.severity), message: $0.message)
    }
  }
}

extension DedupeJob.Result {
  func identifier(_ article: UInt32) -> String { corpus.identifier(article, store.names) }
}

extension Corpus {
  /// The article's id, or FILE:LINE.
  func identifier(_ article: UInt32, _ names: InputNames) -> String {
    let id = table.id(Int(article))
    return id.isEmpty ? names.place(of: table.locations[Int(article)]) : String(decoding: id, as: UTF8.self)
  }

  /// - Throws: ``NewsprintError/Code/repeatedID`` when two articles have one id.
  func requireDistinctIDs(_ names: InputNames) throws(NewsprintError) {
    guard let repeated = repeatedIDs.first else { return }
    let location = table.locations[Int(repeated.article)]
    throw NewsprintError(
      .repeatedID, "The id \"\(identifier(repeated.article, names))\" was used before.",
      at: .init(file: names.name(of: location.file), line: Int(location.line)), advice: "Give each article an id of its own.")
  }
}

extension ClusterJob.Result {
  func identifier(_ article: UInt32) -> String { batch.corpus.identifier(article, batch.store.names) }

  func story(_ index: Int) -> Story {
    let story = stories[index]
    let member = members[Int(story.members[0])]
    return Story(
      id: story.id, event: events[Int(member.event)], original: identifier(member.original),
      originalConfidence: Double(story.originalConfidence), weakestPair: Double(story.weakestPair),
      members: story.members.map(identifier))
  }

  func membership(of article: UInt32) -> Membership {
    let member = members[Int(article)]
    return Membership(
      article: identifier(article), story: stories[Int(member.story)].id, event: events[Int(member.event)],
      role: Role(member.role), confidence: Double(member.roleConfidence), original: identifier(member.original),
      parent: identifier(member.parent), similarity: Double(member.similarity), evidence: member.evidence,
      agencies: credits.isEmpty ? [] : credits[Int(article)].wires,
      isCreditLost: member.isCreditLost)
  }
}
