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

/// Chinese characters, each a word of its own.
enum Ideographs {
  static func contains(_ scalar: Unicode.Scalar) -> Bool { 0x3005...0x9FFF ~= scalar.value || 0x20000...0x3FFFF ~= scalar.value }
}

/// A number in ideographs: `七`, `三十五`, `二百`, `三万五千`, `二〇二六`.
struct IdeographNumber {
  /// What one ideograph adds.
  enum Part {
    case digit(Double)
    /// Ten, a hundred, a thousand.
    case power(Double)
    /// Ten thousand and its powers: what stands before it is a number of its own.
    case myriad(Double)

    /// A multiplier of the language's list.
    init(multiplier: Double) { self = multiplier < 10_000 ? .power(multiplier) : .myriad(multiplier) }
  }

  private(set) var value = 0.0
  /// How many ideographs it has.
  private(set) var count = 0

  /// The longest number at the head of a run of words.
  ///
  /// Nil where there is none, and where the ideograph is as often part of a word: `一` alone, and multipliers without a digit.
  init?(_ words: some Sequence<WordNumber>, parts: [WordNumber: Part]) {
    var (total, section) = (0.0, 0.0)
    var digits: Double?
    var hasDigits = false
    for word in words {
      guard let part = parts[word] else { break }
      count += 1
      switch part {
      case .digit(let digit):
        digits = (digits ?? 0) * 10 + digit
        hasDigits = true
      case .power(let power):
        section += (digits ?? 1) * power
        digits = nil
      case .myriad(let myriad):
        total += max(1, section + (digits ?? 0)) * myriad
        (section, digits) = (0, nil)
      }
    }
    value = total + section + (digits ?? 0)
    guard hasDigits, count > 1 || value != 1 else { return nil }
  }
}
