internal import Drift
internal import Files
internal import Output
internal import Pipeline

/// A story as a row of the table: in the page, and as data for searching and sorting.
struct StoryEntry {
  private let story: ReportStory
  private let event: ReportEvent
  private let members: [ReportArticle]
  /// Empty for an article without a page.
  private let href: String
  private let names: [String]
  private let dates: [String]
  private let wires: [String]
  private let lostCredits: Int
  private let likeness: Double?
  /// The gravest change, and what it says in a line.
  private let worst: ReportFinding?
  private let change: String?

  init(_ model: ReportModel, _ place: Int, _ links: StoryAddresses) {
    story = model.stories[place]
    event = model.events[story.event]
    members = story.members.map { model.articles[$0] }
    href = links.story(place)
    names = members.map(\.name).distinct
    dates = members.compactMap(\.published).sorted()
    wires = members.flatMap(\.wires).distinct
    lostCredits = members.count(where: \.isCreditLost)
    likeness = members.filter(\.isCopy).map(\.similarity).max()
    worst = story.claims.first?.finding
    change = worst.map { "\($0.category.rawValue): \($0.message.onOneLine.shortened(to: 110))" }
  }

  var view: View {
    let outlets = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and \(names.count - 4) more" : "")
    let lost = lostCredits > 0 ? (wires.isEmpty ? "" : "; ") + "\(lostCredits) without credit" : ""
    let shown = HTMLText.sentence(change ?? "")
    return [
      "href": href.isEmpty ? false : href, "headline": story.headline, "outlets": outlets, "size": members.count,
      "first": DateText.day(dates.first) ?? "", "wire": wires.joined(separator: ", ") + lost,
      "roles": Self.roles(members), "likeness": likeness.map(percent) ?? "",
      "worst": worst.map { ["severity": $0.severity.rawValue, "change": shown] as View } ?? false,
    ]
  }

  /// Empty values are left out: most rows of a large batch are articles that stand alone.
  private func write(to writer: inout JSONWriter) {
    let ids = members.prefix(50).map { $0.id.onOneLine.shortened(to: 80) }
    var roles: [String: Int] = [:]
    for member in members { roles[member.role.rawValue, default: 0] += 1 }
    writer.object { writer in
      if let change { writer.text("c", change) }
      if let worst { writer.member("d", [.minor: 1, .major: 2, .critical: 3][worst.severity] ?? 0) }
      if event.stories.count > 1 { writer.text("e", event.id) }
      writer.list("f", members.flatMap { $0.flags.map(\.flag) }.distinct)
      writer.list("g", story.comparisons.flatMap { $0.findings.filter(\.isClaim).map(\.category.rawValue) }.distinct)
      writer.text("h", story.headline)
      writer.list("i", ids)
      if !href.isEmpty { writer.text("k", href) }
      writer.list("l", members.compactMap { $0.language?.lowercased() }.distinct)
      if members.count > 1 { writer.member("n", members.count) }
      if names != ids { writer.list("o", names) }
      if members.count > 1 || roles[Role.single.rawValue] == nil {
        writer.key("r")
        writer.object { writer in for (role, count) in roles.sorted(by: { $0.key < $1.key }) { writer.member(role, count) } }
      }
      if let likeness { writer.member("s", Int((likeness * 100).rounded())) }
      if let first = dates.first { writer.text("t", first) }
      if let last = dates.last, last != dates.first { writer.text("u", last) }
      writer.list("w", wires)
      if lostCredits > 0 { writer.member("x", lostCredits) }
    }
  }

  /// Such as `2 edited, 1 machine rewrite`.
  private static func roles(_ members: [ReportArticle]) -> String {
    var counts: [String: Int] = [:]
    for member in members where member.role != .original { counts[member.role.words, default: 0] += 1 }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if members.count == 1 { return members[0].role.words }
    return order.map { "\($0.value) \($0.value > 1 && $0.key.hasSuffix("rewrite") ? $0.key + "s" : $0.key)" }.joined(
      separator: ", ")
  }

  /// The data of every row as JSON that cannot end the element around it.
  static func json(_ entries: [StoryEntry]) -> String {
    var writer = JSONWriter()
    writer.array(entries) { $1.write(to: &$0) }
    var output: [UInt8] = []
    output.reserveCapacity(writer.bytes.count)
    for byte in writer.bytes {
      if byte == UInt8(ascii: "<") { output += Array("\\u003c".utf8) } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension JSONWriter {
  /// The script shows it as text: what turns the direction of writing is made visible, as ``HTMLText`` does.
  fileprivate mutating func text(_ name: String, _ value: String) {
    key(name)
    string(Visible.text(value))
  }

  fileprivate mutating func list(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    array(values) { $0.string(Visible.text($1)) }
  }
}
