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
