/// A number below a thousand, put together from its words one after another.
struct ComposedNumber {
  private(set) var value: Double
  private(set) var isOrdinal = false
  /// Whether tens came behind the hundreds, and ones behind those.
  private var hasTens = false
  private var hasOnes = false
  private var last: Double = 0

  /// French counts from 60 to 99 by twenties: "quatre-vingts", "soixante-dix-sept".
  private let hasTwenties: Bool

  init(value: Double, hasTwenties: Bool) {
    self.value = value
    self.hasTwenties = hasTwenties
  }

  /// Whether a word that means something else alone can be its ones: "vingt et un", "dix-neuf".
  var mayHaveOnes: Bool { hasTens && !hasOnes || hasTwenties && last == 10 }

  /// Takes one more word; false, with nothing taken, when it cannot follow.
  mutating func take(_ role: FigureVocabulary.Role?) -> Bool {
    switch role {
    case .small(let ones)? where !hasOnes: add(ones, hasOnes: true)
    case .small(let ones)? where hasTwenties && last == 10 && ones >= 7 && ones <= 9: add(ones, hasOnes: true)
    case .tens(20)? where hasTwenties && last == 4:
      value -= 4
      add(80, hasTens: true)
      hasOnes = false
    case .tens(let tens)? where !hasTens && !hasOnes: add(tens, hasTens: true)
    case .compound(let both)? where !hasTens && !hasOnes: add(both, hasTens: true, hasOnes: true)
    case .hundreds(let hundreds)? where value == 0: add(hundreds)
    case .ordinal(let ordinal)? where hasTens && !hasOnes && ordinal < 10:
      add(ordinal, hasOnes: true)
      isOrdinal = true
    case .hundred? where value > 0 && value < 100:
      value *= 100
      (hasTens, hasOnes, last) = (false, false, 0)
    default: return false
    }
    return true
  }

  private mutating func add(_ part: Double, hasTens: Bool = false, hasOnes: Bool = false) {
    value += part
    last = part
    self.hasTens = self.hasTens || hasTens
    self.hasOnes = self.hasOnes || hasOnes
  }
}
