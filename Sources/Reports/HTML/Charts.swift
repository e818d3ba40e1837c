internal import Output
internal import RealModule

/// The drawings of the overview: likeness of copies, sizes over time.
struct Charts {
  private let model: ReportModel
  private let templates: Templates
  private let links: StoryLinks

  /// The plot in units of the drawing.
  private static let left: Double = 34
  private static let width: Double = 440
  private static let bottom: Double = 180
  private static let height: Double = 168
  private static let bins = 20
  private static let tuning = ReportTuning.standard
  /// Dots of the timeline; of more stories the largest are drawn.
  private static let mostDots = 500

  init(_ model: ReportModel, _ templates: Templates, _ links: StoryLinks) {
    self.model = model
    self.templates = templates
    self.links = links
  }

  /// Copies by likeness, their number on a log scale.
  func histogram() -> String {
    var counts = [Int](repeating: 0, count: Self.bins)
    let copies = model.articles.filter(\.isCopy)
    for copy in copies { counts[min(Self.bins - 1, max(0, Int(copy.similarity * Double(Self.bins))))] += 1 }
    let top = Self.decade(atLeast: counts.max() ?? 0)
    let step = 100 / Self.bins
    let bars = counts.indices.filter { counts[$0] > 0 }.map { bin -> View in
      let height = max(2, Self.share(counts[bin], top) * Self.height)
      return [
        "x": number(Self.left + Double(bin) * Self.width / Double(Self.bins) + Self.tuning.barGap),
        "y": number(Self.bottom - height),
        "height": number(height), "text": "\(bin * step) to \((bin + 1) * step) %: \(counted(counts[bin], "copy", "copies"))",
      ]
    }
    let label = counts.indices.filter { counts[$0] > 0 }
      .map { "\($0 * step) to \(($0 + 1) * step) percent: \(counts[$0])" }.joined(separator: "; ")
    return templates.render(
      .histogram,
      [
        "note": copies.isEmpty ? "No copies were found." : "Number of versions, on a logarithmic scale.",
        "label": "Number of versions by likeness. " + (label.isEmpty ? "None." : label), "grid": grid(top), "bars": bars,
      ])
  }

  /// Stories by the time of their first dated version and their size, on a log scale.
  func timeline() -> String {
    var dots: [(time: Int64, size: Int, story: Int)] = []
    for (place, story) in model.stories.enumerated() {
      let dates = story.members.compactMap { model.articles[$0].published.flatMap(DateText.seconds) }
      if let first = dates.min() { dots.append((first, story.members.count, place)) }
    }
    let isMany = dots.count > Self.mostDots
    dots = Array(dots.prefix(Self.mostDots))
    guard let first = dots.map(\.time).min(), let last = dots.map(\.time).max() else {
      return templates.render(.timeline, ["note": "No article has a date of publication.", "dated": false])
    }
    let top = Self.decade(atLeast: dots.map(\.size).max() ?? 1)
    let span = Double(max(1, last - first))
    // Dots of one place would hide each other: those of equal size and time are spread by a few units.
    var taken: [String: Int] = [:]
    let views = dots.map { dot -> View in
      let x = Self.left + 8 + Double(dot.time - first) / span * (Self.width - 16)
      let y = Self.bottom - Self.share(dot.size, top) * Self.height
      let key = "\(Int(x / 6)):\(dot.size)"
      let shift = taken[key, default: 0]
      taken[key] = shift + 1
      let story = model.stories[dot.story]
      return [
        "href": links.story(dot.story).isEmpty ? false : links.story(dot.story), "x": number(x + Double(shift % 3) * 2),
        "y": number(y - Double(shift % 5) * 2 - 4),
        "r": 4,
        "text":
          "\(story.headline.shortened(to: 90)): \(counted(dot.size, "version", "versions")), \(DateText.day(DateText.iso(dot.time)) ?? "")",
      ]
    }
    return templates.render(
      .timeline,
      [
        "note": (isMany ? "The \(Decimals.grouped(Self.mostDots)) largest stories by" : "Each story by")
          + " the time of its first version and the number of versions (logarithmic).",
        "dated": true, "grid": grid(top), "dots": views, "first": DateText.day(DateText.iso(first)) ?? "",
        "last": DateText.day(DateText.iso(last)) ?? "",
      ])
  }

  /// Lines at 1, 10, 100 and so on up to `top`.
  private func grid(_ top: Int) -> [View] {
    var lines: [View] = []
    var value = 1
    while value <= top {
      let y = Self.bottom - Self.share(value, top) * Self.height
      lines.append(["y": number(y), "textY": number(y + 4), "value": Decimals.grouped(value)])
      value *= value == 1 && top < 10 ? top : 10
      if top == 1 { break }
    }
    return lines
  }

  /// The least power of ten that is no less than the count; of a small count the count itself.
  private static func decade(atLeast count: Int) -> Int {
    if count < 10 { return max(2, count) }
    var decade = 10
    while decade < count { decade *= 10 }
    return decade
  }

  /// The place of a count on the log scale: 1 lies a little above the ground so that it can be seen.
  private static func share(_ count: Int, _ top: Int) -> Double {
    guard count > 0 else { return 0 }
    let ground = tuning.singleCopy
    return ground + (1 - ground) * Double.log(Double(count)) / max(tuning.leastTop, Double.log(Double(top)))
  }
}

/// A coordinate with at most one digit after the point.
func number(_ value: Double) -> String {
  value == value.rounded() ? String(Int(value)) : Decimals.shortest(value, digits: 1)
}
