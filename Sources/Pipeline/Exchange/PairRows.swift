internal import Copies
package import Files
package import Input
package import Output
internal import Stories

/// An article whose text another has too; the other stays.
package struct IdenticalRow: StageRow, Hashable {
  package static let kind = StageRowKind.identical
  var n: GlobalNumber
  var of: GlobalNumber

  init(n: GlobalNumber, of: GlobalNumber) {
    self.n = n
    self.of = of
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    n = try row.integer("n")
    of = try row.integer("of")
  }

  package var members: RowMembers { ["n": { $0.integer(n) }, "of": { $0.integer(of) }] }
}

/// Two articles to be held against each other, or what they share when only a part of the keys was seen.
package struct PairRow: StageRow, Hashable {
  package static let kind = StageRowKind.pair

  /// What is shared in one part of the keys.
  struct Part: Sendable, Hashable {
    var by: PairEvidenceKind
    var common: Int
    /// The size of the smaller sample.
    var least: Int
    var orderOfA: ContentOrder
    var orderOfB: ContentOrder
  }

  /// In the order of content.
  var a: GlobalNumber
  var b: GlobalNumber
  /// nil when the pair is a candidate.
  var part: Part?

  init(a: GlobalNumber, b: GlobalNumber, part: Part? = nil) {
    self.a = a
    self.b = b
    self.part = part
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    a = try row.integer("a")
    b = try row.integer("b")
    guard row.has("by") else { return }
    guard let by = PairEvidenceKind(rawValue: try row.string("by")) else { throw row.error("\"by\" is unknown") }
    let orders = try row.list("order", ofPlain: ContentOrder.init)
    guard orders.count == 2 else { throw row.error("\"order\" is wrong") }
    part = Part(
      by: by, common: try row.integer("common"), least: try row.integer("least"), orderOfA: orders[0], orderOfB: orders[1])
  }

  package var members: RowMembers {
    guard let part else { return ["a": { $0.integer(a) }, "b": { $0.integer(b) }] }
    return [
      "a": { $0.integer(a) }, "b": { $0.integer(b) }, "by": { $0.string(part.by.rawValue) },
      "common": { $0.integer(part.common) }, "least": { $0.integer(part.least) },
      "order": { $0.array([part.orderOfA, part.orderOfB]) { writer, order in writer.string(ofPlain: order.append) } },
    ]
  }
}

/// What two articles have in common that makes them a candidate.
enum PairEvidenceKind: String, Sendable, CaseIterable {
  case band, sample, head, tail, rare
}

/// A pair that was measured exactly.
package struct VerifiedRow: StageRow {
  package static let kind = StageRowKind.verified
  var a: GlobalNumber
  var b: GlobalNumber
  var relation: CopyRelation?
  var resemblance: Float
  var containmentOfFirst: Float
  var containmentOfSecond: Float

  init(_ verified: CopyGroups.Verified, a: GlobalNumber, b: GlobalNumber) {
    self.a = a
    self.b = b
    relation = verified.relation
    resemblance = verified.resemblance
    containmentOfFirst = verified.containmentOfFirst
    containmentOfSecond = verified.containmentOfSecond
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    a = try row.integer("a")
    b = try row.integer("b")
    relation = row.has("relation") ? try row.named("relation") : nil
    resemblance = try row.float("resemblance")
    containmentOfFirst = try row.float("a_in_b")
    containmentOfSecond = try row.float("b_in_a")
  }

  package var members: RowMembers {
    [
      "a": { $0.integer(a) }, "a_in_b": { $0.exact(containmentOfFirst) }, "b": { $0.integer(b) },
      "b_in_a": { $0.exact(containmentOfSecond) },
      "relation": { writer in if let relation { writer.string(relation.rawValue) } else { writer.null() } },
      "resemblance": { $0.exact(resemblance) },
    ]
  }
}

extension JSONRow {
  /// The case that a member names.
  fileprivate func named<Case: RawRepresentable<String>>(_ member: String) throws(ReadingError) -> Case {
    let name = try string(member)
    guard let value = Case(rawValue: name) else { throw error("the \(member) \"\(name)\" is unknown") }
    return value
  }
}

/// How sound a text is.
package struct ConditionRow: StageRow {
  package static let kind = StageRowKind.condition
  var n: GlobalNumber
  var condition: TextCondition

  init(n: GlobalNumber, condition: TextCondition) {
    self.n = n
    self.condition = condition
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    n = try row.integer("n")
    condition = TextCondition(
      words: try row.integer("words"), residue: try row.integer("residue"),
      repeated: try row.integer("repeated"),
      damage: try row.integer("damage"), accents: try row.integer("accents"), isStub: try row.bool("stub"),
      isCorrection: row.has("correction") ? try row.bool("correction") : false)
  }

  package var members: RowMembers {
    [
      "accents": { $0.integer(condition.accents) }, "correction": { $0.bool(condition.isCorrection) },
      "damage": { $0.integer(condition.damage) }, "n": { $0.integer(n) },
      "repeated": { $0.integer(condition.repeated) }, "residue": { $0.integer(condition.residue) },
      "stub": { $0.bool(condition.isStub) },
      "words": { $0.integer(condition.words) },
    ]
  }
}

/// An article that is a copy of another, which stays.
package struct CopyRow: StageRow {
  package static let kind = StageRowKind.copy
  package var n: GlobalNumber
  package var of: GlobalNumber
  var relation: CopyRelation
  var resemblance: Float
  var containment: Float

  init(n: GlobalNumber, of: GlobalNumber, copy: CopyStage.Copy) {
    self.n = n
    self.of = of
    relation = copy.relation
    resemblance = copy.resemblance
    containment = copy.containment
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    n = try row.integer("n")
    of = try row.integer("of")
    relation = try row.named("relation")
    resemblance = try row.float("resemblance")
    containment = try row.float("containment")
  }

  package var members: RowMembers {
    [
      "containment": { $0.exact(containment) }, "n": { $0.integer(n) }, "of": { $0.integer(of) },
      "relation": { $0.string(relation.rawValue) }, "resemblance": { $0.exact(resemblance) },
    ]
  }
}

/// A verified link between two articles that are nobody's copy.
package struct EdgeRow: StageRow {
  package static let kind = StageRowKind.edge
  /// In the order of content.
  package var a: GlobalNumber
  package var b: GlobalNumber
  var similarity: Float
  var verdict: StoryRule.Verdict
  var vote: Float

  init(_ edge: StoryEdge, a: GlobalNumber, b: GlobalNumber) {
    self.a = a
    self.b = b
    similarity = edge.similarity
    verdict = edge.verdict
    vote = edge.vote
  }

  private static let verdicts: [(StoryRule.Verdict, String)] = [
    (.unrelated, "unrelated"), (.event, "event"), (.story, "story"), (.template, "template"), (.followUp, "follow-up"),
    (.otherTime, "other-time"),
  ]

  package init(_ row: JSONRow) throws(ReadingError) {
    a = try row.integer("a")
    b = try row.integer("b")
    similarity = try row.float("similarity")
    vote = try row.float("vote")
    let name = try row.string("verdict")
    guard let verdict = Self.verdicts.first(where: { $0.1 == name })?.0 else {
      throw row.error("the verdict \"\(name)\" is unknown")
    }
    self.verdict = verdict
  }

  package var members: RowMembers {
    [
      "a": { $0.integer(a) }, "b": { $0.integer(b) }, "similarity": { $0.exact(similarity) },
      "verdict": { $0.string(Self.verdicts.first { $0.0 == verdict }?.1 ?? "") }, "vote": { $0.exact(vote) },
    ]
  }
}

/// A line of a command's output, with the number of its article.
package struct LineRow: Sendable {
  package var kind: StageRowKind
  package var n: GlobalNumber
  /// JSON without its line break.
  package var line: [UInt8]

  package init(_ kind: StageRowKind, n: GlobalNumber, line: [UInt8]) {
    self.kind = kind
    self.n = n
    self.line = line
  }

  package func append(to writer: inout JSONWriter) {
    writer.row(kind, ["line": { $0.verbatim(line.span) }, "n": { $0.integer(n) }])
  }
}
