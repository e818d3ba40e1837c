/// Quantity and intensity scales (`scales.txt`): `quantity: none < few < some < many < most < all`.
///
/// Words between `<` that share a step are separated by commas.
package struct ScaleList: Sendable {
  /// A word's step on one scale.
  package struct Place: Hashable, Sendable {
    package var scale: Int32
    /// 0 for the lowest step.
    package var step: Int32
  }

  /// Scale names in the order of the list.
  package private(set) var names: [String] = []
  private var places: [String: [Place]] = [:]
  package private(set) var malformed: [String] = []

  package init(text: String) {
    for line in ListReader.lines(in: text) {
      guard let colon = line.firstIndex(of: ":") else {
        malformed.append(String(line))
        continue
      }
      let scale = Int32(names.count)
      names.append(String(ListReader.trimmed(line[..<colon])))
      for (step, words) in ListReader.parts(line[line.index(after: colon)...], "<").enumerated() {
        for word in ListReader.parts(words, ",") {
          places[String(word), default: []].append(Place(scale: scale, step: Int32(step)))
        }
      }
    }
  }

  package func places(of word: String) -> [Place] { places[word] ?? [] }

  /// Steps between two words on a scale they share, the largest where they share several; nil when they share none.
  package func distance(_ first: String, _ second: String) -> (scale: Int32, steps: Int32)? {
    Self.distance(places(of: first), places(of: second))
  }

  /// The same of the places of two words.
  package static func distance(_ first: [Place], _ others: [Place]) -> (scale: Int32, steps: Int32)? {
    var best: (scale: Int32, steps: Int32)?
    for place in first {
      for other in others where other.scale == place.scale {
        let steps = abs(place.step - other.step)
        if steps > best?.steps ?? -1 { best = (place.scale, steps) }
      }
    }
    return best
  }
}
