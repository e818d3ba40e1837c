internal import Drift
internal import Output
internal import Pipeline
internal import Quality
internal import Relations

/// The page of one story: where it comes from, its versions as a tree, what changed, what stands just outside; the comparisons.
struct StoryPage {
  private let model: ReportModel
  private let templates: Templates
  private let links: StoryAddresses
  /// Whether articles that stand alone are shown with their text.
  private let showsLoneTexts: Bool
  /// Minor findings that a comparison explains; of the others the words are only marked as changed.
  private let mostMinor: Int

  private static let mostEventStories = 30
  private static let mostFlags = 40
  private static let mostQuotes = 6
  private static let mostFlagsOfMember = 4
  /// Of so many versions the tree stands above the texts, not beside them.
  private static let few = 3

  init(_ model: ReportModel, _ templates: Templates, links: StoryAddresses, showsLoneTexts: Bool = true, mostMinor: Int = .max) {
    self.model = model
    self.templates = templates
    self.links = links
    self.showsLoneTexts = showsLoneTexts
    self.mostMinor = mostMinor
  }

  func html(_ place: Int) -> String {
    let story = model.stories[place]
    let isShared = story.members.count > 1
    let key = links.keys[place]
    var view: View = [
      "key": key, "headline": story.headline, "kicker": kicker(story), "origin": origin(story),
      "wire": false, "lost": false, "tree": false, "heat": false, "body": false, "unchanged": false,
    ]
    let wires = story.members.flatMap { model.articles[$0].wires }.distinct
    if !wires.isEmpty { view["wire"] = wires.joined(separator: ", ") }
    let lost = story.members.count { model.articles[$0].isCreditLost }
    if lost > 0 {
      view["lost"] = "\(counted(lost, "version names", "versions name")) no agency, although the story is credited to one."
    }
    if isShared { addVersions(story, place, &view) }
    addFlags(story, isShared, &view)
    addBody(story, isShared, &view)
    addNear(story, &view)
    addEvent(story, place, &view)
    return templates.render(.story, view)
  }

  // MARK: Head

  private func kicker(_ story: ReportStory) -> String {
    let event = model.events[story.event]
    let others = event.stories.count - 1
    var parts = [story.members.count == 1 ? "An article that stands alone" : "Story of \(story.members.count) versions"]
    if others > 0 { parts.append("one of \(event.stories.count) stories of its event") }
    if let sources = event.sourceWords, story.members.count > 1 || others > 0 { parts.append(sources) }
    return parts.joined(separator: ", ")
  }

  private func origin(_ story: ReportStory) -> View {
    let article = model.articles[story.original]
    var view: View = [
      "lead": story.members.count == 1 ? "In" : story.isOriginKnown ? "Original:" : "Shown first:", "name": article.name,
      "when": DateText.readable(article.published) ?? false,
      "link": article.link ?? false, "host": article.host ?? "address",
      "url": false, "certainty": false,
    ]
    if article.link == nil, let url = article.url { view["url"] = url.onOneLine.shortened(to: 120) }
    if story.members.count > 1, !story.isOriginKnown {
      view["certainty"] = "Nothing tells which version came first"
    } else if story.members.count > 1 {
      let reasons = article.evidence.map(EvidenceWords.sentence).joined(separator: ", ")
      let sure =
        story.isOriginDoubtful
        ? "little speaks for it (confidence \(percent(story.originalConfidence)))"
        : "confidence \(percent(story.originalConfidence))"
      view["certainty"] = (sure + (reasons.isEmpty ? "" : ": " + reasons)).capitalisedFirst
    } else if article.role == .composite {
      view["certainty"] =
        "A composite: it draws on several stories (\(article.evidence.map(EvidenceWords.sentence).joined(separator: ", ")))"
    }
    return view
  }

  // MARK: Versions and changes

  private func addVersions(_ story: ReportStory, _ place: Int, _ view: inout View) {
    let names = VersionNames(model, story)
    let key = links.keys[place]
    let tree = VersionTreeDrawing(model, story)
    view["tree"] = tree.html(model, story, place, templates, links)
    view["few"] = story.members.count <= Self.few
    view["treeNote"] =
      (tree.left > 0 ? "The first \(tree.nodes.count) of \(story.members.count) versions. " : "")
      + "Percent: likeness to the version above it. Dashed lines: less than half."
    view["hasMembers"] = true
    var index: [Int: Int] = [:]
    for (number, comparison) in story.comparisons.enumerated() { index[comparison.b] = number }
    view["members"] = story.members.map { member -> View in
      let article = model.articles[member]
      return self.member(article, member, story, place, index[member], names)
    }
    StoryChanges(model, place, names, links).add(to: &view)
    if !story.pairs.isEmpty {
      view["heat"] = Heatmap.view(model, story)
    }
    let most = mostMinor
    view["comparisons"] = story.comparisons.indices.filter { !story.comparisons[$0].isIdentical }.map { number in
      ComparisonView(model, place, number, key: links.comparisonKey(number, of: place), names: names, mostMinor: most).view(
        key, templates)
    }
  }

  private func member(
    _ article: ReportArticle, _ member: Int, _ story: ReportStory, _ place: Int, _ comparison: Int?, _ names: VersionNames
  )
    -> View
  {
    let original = model.articles[story.original]
    let times = [article, original].map { $0.published.flatMap(DateText.seconds) }
    var after: Any = false
    if member != story.original, let own = times[0], let first = times[1] { after = VersionTreeDrawing.delay(own - first) }
    let isOriginal = member == story.original
    let isOpen = isOriginal && !story.isOriginKnown
    let confidence = isOriginal ? story.originalConfidence : article.roleConfidence
    // Its changes are listed above.
    var flags = article.flags.filter { $0.severity > .minor && $0.flag != FlagID.seriousDrift.rawValue }
      .map { "\($0.flag): \($0.message.onOneLine.shortened(to: 140))" }.distinct
    let minor = article.flags.count { $0.severity == .minor }
    let more = flags.count - Self.mostFlagsOfMember
    if more > 0 { flags = flags.prefix(Self.mostFlagsOfMember) + ["and \(more) more of weight"] }
    if minor > 0 { flags.append(counted(minor, "blemish", "blemishes")) }
    var view: View = [
      "key": links.memberKey(member, of: place), "outlet": article.name, "id": false,
      "when": DateText.readable(article.published) ?? "no date", "after": after,
      "role": isOpen ? "shown first" : article.role == .edited ? "edited version" : article.role.words,
      "certainty": isOpen
        ? false : (article.isCopy ? Self.likeness(article.similarity) + ", " : "") + "confidence \(percent(confidence))",
      "parent": false, "parentKey": article.parent.map(String.init) ?? "",
      "evidence":
        ((isOpen ? ["nothing tells which came first"] : article.evidence) + article.wires.map { "credits \($0)" }
        + (article.isCreditLost ? ["names no agency"] : []))
        .map(EvidenceWords.sentence).distinct.joined(separator: "; "),
      "href": false,
    ]
    let id = article.id.onOneLine.shortened(to: 120)
    if id != article.name { view["id"] = id }
    if let parent = article.parent { view["parent"] = names.name(model.articles[parent]) }
    if let comparison, !story.comparisons[comparison].isIdentical {
      view["href"] = links.comparison(comparison, of: place)
      let serious = story.comparisons[comparison].serious.count
      if serious > 0 { flags.insert(counted(serious, "serious change", "serious changes"), at: 0) }
    }
    view["hasFlags"] = !flags.isEmpty
    view["flags"] = flags.map { ["text": $0] as View }
    return view
  }

  private static func likeness(_ similarity: Double) -> String {
    similarity >= ReportTuning.standard.allAlike ? "word by word" : "\(percent(similarity)) alike"
  }

  // MARK: Flags and body

  private func addFlags(_ story: ReportStory, _ isShared: Bool, _ view: inout View) {
    // Versions have theirs in the table.
    let flags = isShared ? [] : model.articles[story.original].flags.sorted { $0.severity > $1.severity }
    view["hasFlagList"] = !flags.isEmpty
    // One line for what is said of several places, with the places.
    var groups: [(flag: ReportFlag, quotes: [String])] = []
    var index: [String: Int] = [:]
    for flag in flags {
      let key = "\(flag.severity.rawValue) \(flag.flag) \(flag.message)"
      let group = index[key] ?? groups.count
      if group == groups.count {
        index[key] = group
        groups.append((flag, []))
      }
      if let quote = flag.span?.text?.onOneLine, !quote.isEmpty { groups[group].quotes.append("“\(quote.shortened(to: 160))”") }
    }
    view["flagList"] = groups.prefix(Self.mostFlags).map { flag, quotes -> View in
      let more = quotes.count - Self.mostQuotes
      let shown = quotes.prefix(Self.mostQuotes) + (more > 0 ? ["and \(more) more"] : [])
      return [
        "severity": flag.severity.rawValue, "name": flag.flag,
        "message": HTMLText.sentence(flag.message.onOneLine.shortened(to: 200)),
        "quotes": quotes.isEmpty ? false : ["quote": shown.joined(separator: " · ")] as View,
      ]
    }
  }

  private func addBody(_ story: ReportStory, _ isShared: Bool, _ view: inout View) {
    let article = model.articles[story.original]
    guard isShared || showsLoneTexts else { return }
    guard let text = article.text else { return }
    view["body"] = true
    view["omitted"] = false
    view["bodyTitle"] = isShared ? "The original in full" : "The article"
    let bytes = Array(text.utf8)
    let page = article.boilerplate.map(\.range).filter { !$0.isEmpty && $0.upperBound <= bytes.count }
    var passages: [View] = []
    var start = 0
    func add(_ range: Range<Int>, _ isPage: Bool) {
      let trimmed = String(decoding: bytes[range], as: UTF8.self)
      guard trimmed.contains(where: { !$0.isWhitespace }) else { return }
      for line in trimmed.split(whereSeparator: \.isNewline) where line.contains(where: { !$0.isWhitespace }) {
        let short = line.utf8.count > PassageSource.longest
        let shown = short ? String(decoding: line.utf8.prefix(PassageSource.longest), as: UTF8.self) + " …" : String(line)
        passages.append([
          "text": shown, "kind": isPage ? "page" : "own", "label": isPage ? "From the page, not the article" : false,
        ])
      }
    }
    for range in page where range.lowerBound >= start {
      add(start..<range.lowerBound, false)
      add(range, true)
      start = range.upperBound
    }
    add(start..<bytes.count, false)
    view["passages"] = passages
  }

  // MARK: Around the story

  private func addNear(_ story: ReportStory, _ view: inout View) {
    view["hasNear"] = !story.nearMisses.isEmpty
    view["near"] = story.nearMisses.map { miss -> View in
      let other = model.articles[miss.other]
      let names = [model.articles[miss.member].name, other.name]
      return [
        "similarity": percent(miss.similarity), "href": links.story(other.story).isEmpty ? false : links.story(other.story),
        "headline": other.headline.shortened(to: 160),
        "who": names[0] == names[1] ? names[0] : "\(names[1]), nearest to \(names[0])",
        "reason": Self.reason(miss.reason) + Self.relation(miss.relation),
      ]
    }
  }

  private static func reason(_ reason: ReportNearMiss.Reason) -> String {
    switch reason {
    case .template: "A recurring form, filled with other names or figures."
    case .followUp: "The two share background or quotations, and each has something else to tell."
    case .belowThreshold: "Alike enough for one event, not for one text."
    case .otherGroup: "These two are alike, but not the versions around them."
    }
  }

  /// What the two are taken alone, where that is another thing than one story.
  private static func relation(_ relation: Relation?) -> String {
    guard let relation, !relation.isSameStory else { return "" }
    return " Relation: \(relation.rawValue)."
  }

  private func addEvent(_ story: ReportStory, _ place: Int, _ view: inout View) {
    let event = model.events[story.event]
    let others = event.stories.filter { $0 != place }
    view["hasEvent"] = !others.isEmpty
    view["eventNote"] =
      "About the same happening, but written independently, or too far apart to be one text."
      + (event.sourceWords.map { " Of the event: \($0)." } ?? "")
    view["event"] = others.prefix(Self.mostEventStories).map { other -> View in
      let count = model.stories[other].members.count
      let article = model.articles[model.stories[other].original]
      return [
        "href": links.story(other), "headline": model.stories[other].headline,
        "size": count > 1 ? "(\(count) versions)" : "(\(article.name))",
      ]
    }
    view["eventMore"] = others.count > Self.mostEventStories ? "and \(others.count - Self.mostEventStories) more" : false
  }
}
