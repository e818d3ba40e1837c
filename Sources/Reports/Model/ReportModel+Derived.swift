internal import Drift
internal import Output
internal import Pipeline
internal import Quality
internal import Relations

extension ReportArticle {
  /// The outlet, or the address' host, or the id.
  var name: String {
    if let outlet = outlet?.onOneLine, !outlet.isEmpty { return outlet.shortened(to: 80) }
    return host ?? id.onOneLine.shortened(to: 80)
  }

  /// The host of the address without "www."; nil when there is none.
  var host: String? {
    guard let url, let scheme = url.utf8Range(of: "://") else { return nil }
    var rest = url.utf8.dropFirst(scheme.upperBound).prefix { !"/?#".utf8.contains($0) }
    // Before it may stand who signs in, behind it a port.
    if let user = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[rest.index(after: user)...] }
    let host = String(decoding: rest.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The address when it is one that a browser may follow.
  var link: String? {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"), !url.utf8.contains(where: { $0 <= 0x20 }) else {
      return nil
    }
    return url
  }

  /// Whether it is an error page, a consent dialog or the like: many sites print the same, and nobody copied it.
  var isNoArticle: Bool { flags.contains { $0.flag == FlagID.noArticle.rawValue && $0.severity > .minor } }

  var isCopy: Bool { parent != nil && !isNoArticle }
}

extension ReportFinding {
  /// Whether it is sure enough to be told as a sentence; of others the words are marked as different, no more.
  var isClaim: Bool { confidence >= ReportTuning.standard.leastClaim }

  /// Whether the two speak of the same words: of most of them, on both sides.
  func covers(_ other: ReportFinding) -> Bool {
    guard let a, let b, let otherA = other.a, let otherB = other.b else { return false }
    return a.isMostly(otherA) && b.isMostly(otherB)
  }
}

extension ReportSpan {
  /// Whether the common part is at least half of the longer one.
  fileprivate func isMostly(_ other: ReportSpan) -> Bool {
    let common = min(end, other.end) - max(start, other.start)
    return common > 0 && common * 2 >= max(end - start, other.end - other.start)
  }
}

extension ReportComparison {
  /// Place of a finding that is one of the comparison's.
  func place(of finding: ReportFinding) -> Int { findings.firstIndex(of: finding) ?? 0 }

  /// Findings from ``DriftSeverity/major`` on.
  var serious: [ReportFinding] { findings.filter { $0.severity > .minor } }

  /// The likeness that goes with the relation: containment of an excerpt, story similarity of a rewrite, else resemblance.
  var likeness: Double {
    func measure(_ name: String) -> Double { measures.first { $0.name == name }?.value ?? 0 }
    if isIdentical { return 1 }
    return switch relation {
    case .excerpt: measure("containment_b_in_a")
    case .rewrite, .sharedQuotes, .template, .unrelated: measure("story")
    default: measure("resemblance")
    }
  }
}

/// What the versions of a story are called: several of one outlet are told apart by their ids.
struct VersionNames {
  private var counts: [String: Int] = [:]

  init(_ model: ReportModel, _ story: ReportStory) {
    for member in story.members { counts[model.articles[member].name, default: 0] += 1 }
  }

  func name(_ article: ReportArticle) -> String {
    let name = article.name
    return counts[name, default: 0] <= 1 ? name : "\(name) · \(article.id.onOneLine.shortened(to: 80))"
  }
}

extension ReportStory {
  /// Whether anything tells which version came first; of a choice less sure than this, nothing does.
  var isOriginKnown: Bool { originalConfidence >= ReportTuning.standard.leastKnownOrigin }

  /// Whether little speaks for the choice.
  var isOriginDoubtful: Bool { originalConfidence < ReportTuning.standard.doubtfulOrigin }

  /// The findings of every comparison but those with updates, worst first, those of equal weight in the order of the versions.
  var findings: [(comparison: Int, finding: ReportFinding)] { ranked(comparisons.indices.filter { !comparisons[$0].isNews }) }

  /// Those of ``findings`` that are told.
  var claims: [(comparison: Int, finding: ReportFinding)] { findings.filter(\.finding.isClaim) }

  /// What later versions changed: no faults, as they report anew.
  var news: [(comparison: Int, finding: ReportFinding)] { ranked(comparisons.indices.filter { comparisons[$0].isNews }) }

  private func ranked(_ indices: [Int]) -> [(comparison: Int, finding: ReportFinding)] {
    let all = indices.flatMap { index in comparisons[index].findings.map { (index, $0) } }
    return all.enumerated().sorted { left, right in
      let (x, y) = (left.element.1, right.element.1)
      if x.severity != y.severity { return x.severity > y.severity }
      if x.confidence != y.confidence { return x.confidence > y.confidence }
      return left.offset < right.offset
    }.map { ($0.element.0, $0.element.1) }
  }

  /// 2 for a story with a critical change that is told, 1 for one with a major one, 0 for the rest.
  var gravity: Int {
    switch claims.first?.finding.severity {
    case .critical: 2
    case .major: 1
    case .minor, nil: 0
    }
  }

  var worst: DriftSeverity? { comparisons.lazy.filter { !$0.isNews }.flatMap(\.findings).map(\.severity).max() }
}

extension ReportEvent {
  /// How many sources the event has, as far as they are known by name; nil when they were not counted.
  var sourceWords: String? {
    guard let sources, let named = namedSources else { return nil }
    if named == 0 { return "sources not known" }
    return counted(named, "independent source", "independent sources") + (named < sources ? " known by name" : "")
  }
}

extension ReportArticle {
  static let unnamedOutlet = "(no outlet named)"

  /// The outlet for counting; articles that name none are counted together.
  var outletName: String { outlet.map(\.onOneLine).flatMap { $0.isEmpty ? nil : $0 } ?? host ?? Self.unnamedOutlet }
}

extension Role {
  /// As prose says it.
  var words: String { self == .machineRewrite ? "machine rewrite" : self == .single ? "alone" : rawValue }
}
