internal import Output
internal import RealModule

/// The drawings of the overview: likeness of copies, sizes over time.
struct Charts {
  private let model: ReportModel
  private let templates: Templates
  private let links: StoryAddresses

  /// The plot in units of the drawing.
  private static let left: Double = 34
  private static let width: Double = 440
  private static let bottom: Double = 180
  private static let height: Double = 168
  private static let bins = 20
  private static let tuning = ReportTuning.standard
  /// Dots of the timeline; of more stories the largest are drawn.
  private static let mostDots = 500
  /// Years that have room below it.
  private static let mostYears = 8

  init(_ model: ReportModel, _ templates: Templates, _ links: StoryAddresses) {
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

  /// Stories of several versions by the time of their first dated one and their size, on a log scale.
  func timeline() -> String {
    var dots: [(time: Int64, size: Int, story: Int)] = []
    for (place, story) in model.stories.enumerated() where story.members.count > 1 {
      let dates = story.members.compactMap { model.articles[$0].published.flatMap(DateText.seconds) }
      if let first = dates.min() { dots.append((first, story.members.count, place)) }
    }
    let isMany = dots.count > Self.mostDots
    dots = Array(dots.prefix(Self.mostDots))
    guard let first = dots.map(\.time).min(), let last = dots.map(\.time).max() else {
      return templates.render(.timeline, ["note": "No story of several versions has a date of publication.", "dated": false])
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
        "note":
          (isMany
          ? "The \(Decimals.grouped(Self.mostDots)) largest stories by the time of their"
          : "Each story of several versions by the time of its")
          + " first version and the number of versions (logarithmic).",
        "dated": true, "grid": steps(top), "dots": views,
        "times": times(first, last),
      ])
  }

  /// The two ends of the axis of time; between them the years where they are more than one apart.
  private func times(_ first: Int64, _ last: Int64) -> [View] {
    func place(_ time: Int64) -> Double {
      Self.left + 8 + Double(time - first) / Double(max(1, last - first)) * (Self.width - 16)
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

  /// Lines at every count up to ten, from there on at 10, 20, 50, 100 and so on.
  private func steps(_ top: Int) -> [View] {
    var values = top < 10 ? Array(2...max(2, top)) : [2, 5]
    var decade = 10
    while top >= 10, decade <= top {
      values += [1, 2, 5].map { $0 * decade }
      decade *= 10
    }
    return lines(values.filter { $0 <= top }, top)
  }

  /// Lines at 1, 10, 100 and so on up to `top`.
  private func grid(_ top: Int) -> [View] {
    var values: [Int] = []
    var value = 1
    while value <= top {
      values.append(value)
      value *= value == 1 && top < 10 ? top : 10
      if top == 1 { break }
    }
    return lines(values, top)
  }

  private func lines(_ values: [Int], _ top: Int) -> [View] {
    values.map { value in
      let y = Self.bottom - Self.share(value, top) * Self.height
      return ["y": number(y), "textY": number(y + 4), "value": Decimals.grouped(value)]
    }
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
