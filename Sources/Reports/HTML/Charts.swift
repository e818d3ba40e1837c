internal import Output

/// The drawings of the overview: likeness of copies, how soon they came, when the stories began.
struct Charts {
  private let model: ReportModel
  private let templates: Templates
  private let links: StoryAddresses

  /// The plot in units of the drawing.
  private static let left: Double = 8
  private static let width: Double = 384
  private static let bottom: Double = 180
  /// Of the bars; above the highest its figure has room.
  private static let height: Double = 150
  private static let bins = 20
  private static let tuning = ReportTuning.standard
  /// Dots of the timeline; of more stories the largest are drawn.
  private static let mostDots = 500
  /// Years that have room below it.
  private static let mostYears = 8
  /// Dots that lie side by side at most, and the height of the pile that one place may bear.
  private static let dotColumns = 46
  private static let pile: Double = 164

  init(_ model: ReportModel, _ templates: Templates, _ links: StoryAddresses) {
    self.model = model
    self.templates = templates
    self.links = links
  }

  // MARK: Bars

  /// A bar's name below it, where it has one, and the words for who points at it.
  private typealias Bar = (count: Int, tick: String?, words: String)

  /// Copies by likeness.
  func histogram() -> String {
    var counts = [Int](repeating: 0, count: Self.bins)
    let copies = model.articles.filter(\.isCopy)
    for copy in copies { counts[min(Self.bins - 1, max(0, Int(copy.similarity * Double(Self.bins))))] += 1 }
    let step = 100 / Self.bins
    let ends = [0: "0 %", Self.bins / 2: "50 %", Self.bins - 1: "100 %"]
    return bars(
      counts.enumerated().map { bin, count in (count, ends[bin], "\(bin * step) to \((bin + 1) * step) %") },
      caption: "How alike copies are",
      note: copies.isEmpty ? "No copies were found." : "Number of copies by their likeness to the version that they come from.")
  }

  /// Copies by the time since the version that they come from; empty where no two are dated.
  func delays() -> String {
    let delays = model.articles.compactMap { copy -> Int64? in
      guard let parent = copy.parent, let own = copy.published.flatMap(DateText.seconds),
        let first = model.articles[parent].published.flatMap(DateText.seconds)
      else { return nil }
      return own - first
    }
    if delays.isEmpty { return "" }
    var counts = [Int](repeating: 0, count: Self.spans.count)
    for delay in delays { counts[Self.spans.firstIndex { delay <= $0.most } ?? Self.spans.count - 1] += 1 }
    return bars(
      zip(counts, Self.spans).map { ($0, $1.name, $1.words) },
      caption: "How soon copies follow",
      note: "Number of copies by the time since the version that they come from, where both are dated.")
  }

  /// Spans of time after the version before; days alone are no hours, so "same time" may be the same day.
  private static let spans: [(most: Int64, name: String, words: String)] = [
    (-1, "before", "dated before it"), (0, "same", "the same time, or the same day where there are only days"),
    (3_600, "hour", "within an hour"), (6 * 3_600, "6 h", "within 6 hours"), (86_400, "day", "within a day"),
    (7 * 86_400, "week", "within a week"), (31 * 86_400, "month", "within a month"), (.max, "later", "later"),
  ]

  private func bars(_ bars: [Bar], caption: String, note: String) -> String {
    let most = Double(max(1, bars.map(\.count).max() ?? 1))
    let room = Self.width / Double(bars.count)
    let views = bars.enumerated().filter { $0.element.count > 0 }.map { place, bar -> View in
      let height = max(2, Double(bar.count) / most * Self.height)
      let x = Self.left + Double(place) * room
      return [
        "x": number(x + Self.tuning.barGap), "width": number(room - 2 * Self.tuning.barGap), "y": number(Self.bottom - height),
        "height": number(height), "middle": number(x + room / 2), "above": number(Self.bottom - height - 4),
        "count": Self.short(bar.count), "text": "\(bar.words): \(counted(bar.count, "copy", "copies"))",
      ]
    }
    let ticks = bars.enumerated().compactMap { place, bar in
      bar.tick.map { ["x": number(Self.left + (Double(place) + 0.5) * room), "text": $0] as View }
    }
    let said = bars.filter { $0.count > 0 }.map { "\($0.words): \($0.count)" }.joined(separator: "; ")
    return templates.render(
      .histogram,
      [
        "caption": caption, "note": note, "label": "\(caption). \(said.isEmpty ? "None" : said).",
        "bars": views, "ticks": ticks,
      ])
  }

  /// A count that has room above a bar: `940`, `12k`.
  private static func short(_ count: Int) -> String {
    count < 1_000 ? "\(count)" : count < 10_000 ? Decimals.shortest(Double(count) / 1_000, digits: 1) + "k" : "\(count / 1_000)k"
  }

  // MARK: Dots

  /// Stories of several versions by the time of their first dated one: a dot each, piled up where many began.
  ///
  /// Empty without dates.
  func timeline() -> String {
    var dots: [(time: Int64, story: Int)] = []
    for (place, story) in model.stories.enumerated() where story.members.count > 1 {
      let dates = story.members.compactMap { model.articles[$0].published.flatMap(DateText.seconds) }
      if let first = dates.min() { dots.append((first, place)) }
    }
    let isMany = dots.count > Self.mostDots
    dots = Array(dots.prefix(Self.mostDots))
    guard let first = dots.map(\.time).min(), let last = dots.map(\.time).max() else {
      return ""
    }
    return templates.render(
      .timeline,
      [
        "note":
          (isMany ? "The \(Decimals.grouped(Self.mostDots)) largest stories" : "Each story of several versions")
          + " by the time of its first version. Filled: a critical change, or a major one; pale: none of weight.",
        "dots": piles(dots, first, last), "times": times(first, last),
      ])
  }

  private func piles(_ dots: [(time: Int64, story: Int)], _ first: Int64, _ last: Int64) -> [View] {
    let columns = Dictionary(grouping: dots) { dot in
      Int(Double(dot.time - first) / Double(max(1, last - first)) * Double(Self.dotColumns - 1))
    }
    let room = Self.width / Double(Self.dotColumns)
    let step = min(room, Self.pile / Double(max(1, columns.values.map(\.count).max() ?? 1)))
    return columns.sorted { $0.key < $1.key }.flatMap { column, dots in
      // The gravest at the ground, where a line of them shows.
      dots.map { (weight: model.stories[$0.story].gravity, dot: $0) }.sorted {
        ($1.weight, $0.dot.time) < ($0.weight, $1.dot.time)
      }.enumerated()
        .map { height, entry in
          dot(entry.dot, x: Self.left + (Double(column) + 0.5) * room, y: Self.bottom - (Double(height) + 0.5) * step, step / 2)
        }
    }
  }

  private func dot(_ dot: (time: Int64, story: Int), x: Double, y: Double, _ radius: Double) -> View {
    let story = model.stories[dot.story]
    let href = links.story(dot.story)
    let kind = ["", "major", "critical"][story.gravity]
    let day = DateText.day(DateText.iso(dot.time)) ?? ""
    return [
      "href": href.isEmpty ? false : href, "x": number(x), "y": number(y), "r": number(max(1, radius - 0.7)), "kind": kind,
      "text": "\(story.headline.shortened(to: 90)): \(counted(story.members.count, "version", "versions")), \(day)"
        + (kind.isEmpty ? "" : ", a \(kind) change"),
    ]
  }

  /// The two ends of the axis of time; between them the years where they are more than one apart.
  private func times(_ first: Int64, _ last: Int64) -> [View] {
    let room = Self.width / Double(Self.dotColumns)
    func place(_ time: Int64) -> Double {
      Self.left + room / 2 + Double(time - first) / Double(max(1, last - first)) * (Self.width - room)
    }
    let years = [first, last].compactMap { Int(DateText.iso($0).prefix(4)) }
    let starts =
      years.count == 2 && years[0] < years[1]
      ? (years[0] + 1...years[1]).compactMap { year in DateText.seconds("\(year)-01-01T00:00:00Z").map { (year, $0) } } : []
    guard starts.count > 1 else {
      return [(first, Self.left, "start"), (last, Self.left + Self.width, "end")].prefix(first == last ? 1 : 2).map {
        ["x": number($1), "anchor": $2, "text": DateText.day(DateText.iso($0)) ?? "", "isYear": false]
      }
    }
    let step = (starts.count + Self.mostYears - 1) / Self.mostYears
    return starts.filter { $0.0.isMultiple(of: step) }.map { year, time in
      ["x": number(place(time)), "anchor": "middle", "text": "\(year)", "isYear": true]
    }
  }
}

/// A coordinate with at most one digit after the point.
func number(_ value: Double) -> String {
  value == value.rounded() ? String(Int(value)) : Decimals.shortest(value, digits: 1)
}
