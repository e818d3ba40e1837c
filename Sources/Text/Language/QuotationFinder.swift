/// A passage between quotation marks.
package struct Quotation: Sendable, Hashable {
  /// The tokens between the marks; never empty.
  package var tokens: Range<Int>
  /// Nested quotations and single marks are often scare quotes or titles.
  package var single: Bool
}

/// Pairs quotation marks: straight, curly, German, French, Japanese.
///
/// Straight marks toggle; marks with a direction open and close. A quotation ends at the latest with its paragraph: an unclosed
/// one is dropped. Single marks count only when the opening one stands before a word and the closing one behind a word or mark.
struct QuotationFinder {
  /// A quotation longer than this is a mark that was never closed.
  private static let longest = 400

  private enum Side { case open, close, either, reopen }

  static func quotations(in tokens: [Token], bytes: [UInt8]) -> [Quotation] {
    var found: [Quotation] = []
    var double: Int?
    var single: Int?
    for index in tokens.indices {
      if tokens[index].shape.contains(.paragraphStart) {
        double = nil
        single = nil
      }
      guard tokens[index].kind == .quote else {
        if let side = brokenSide(index, tokens, bytes, isOpen: double != nil) {
          step(&double, at: index, side, single: false, &found)
        }
        continue
      }
      var (side, isSingle) = classify(tokens[index], next: index + 1 < tokens.count ? tokens[index + 1] : nil, bytes: bytes)
      if side == .either, !isSingle { side = straightSide(index, tokens, isOpen: double != nil) }
      if isSingle {
        step(&single, at: index, side, single: true, &found)
      } else {
        step(&double, at: index, side, single: false, &found)
      }
    }
    return found.sorted { ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound) }
  }

  /// Which side a mark is that a broken encoding made U+FFFD of, nil where it may be anything else.
  ///
  /// It opens before a word and behind a blank, and closes behind a full stop or comma; inside and behind words it is a lost
  /// letter or apostrophe, between blanks a lost dash.
  private static func brokenSide(_ index: Int, _ tokens: [Token], _ bytes: [UInt8], isOpen: Bool) -> Side? {
    let token = tokens[index]
    guard token.kind == .mark, token.bytes.count == 3, bytes[token.bytes].elementsEqual([0xEF, 0xBF, 0xBD]) else { return nil }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let touchesBefore = index > 0 && tokens[index - 1].end == token.start
    let touchesNext = next.map { $0.start == token.end } ?? false
    if !touchesBefore, touchesNext, next?.kind == .word {
      // Behind a word or comma inside a quotation it opens one within.
      return isOpen && !(index > 0 && isEnd(tokens[index - 1], bytes)) ? nil : .open
    }
    guard touchesBefore, !touchesNext, tokens[index - 1].kind == .mark else { return nil }
    return isEnd(tokens[index - 1], bytes) || bytes[Int(tokens[index - 1].start)] == UInt8(ascii: ",") ? .close : nil
  }

  private static func isEnd(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.kind == .mark && [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[Int(token.start)])
  }

  private static func step(_ open: inout Int?, at index: Int, _ side: Side, single: Bool, _ found: inout [Quotation]) {
    if side == .reopen {
      open = index
    } else if let start = open, side != .open || index - start > longest {
      if index - start > 1, index - start <= longest { found.append(Quotation(tokens: start + 1..<index, single: single)) }
      open = nil
      if side == .either, index - start > longest { open = index }
    } else if side != .close {
      open = index
    }
  }

  /// Which side a straight mark is, by what it touches: `"Go` opens and `go."` closes.
  ///
  /// Where scrapers moved the blank (`go, " she said`), what stands before it tells: a mark behind a comma or full stop closes
  /// what is open. A mark that opens beside an open quotation says that the earlier one was never closed.
  private static func straightSide(_ index: Int, _ tokens: [Token], isOpen: Bool) -> Side {
    let touchesBefore = index > 0 && !tokens[index].shape.contains(.spaced)
    let touchesNext = index + 1 < tokens.count && !tokens[index + 1].shape.contains(.spaced)
    if touchesBefore == touchesNext { return .either }
    if touchesBefore { return .close }
    guard isOpen, index > 0, tokens[index - 1].kind == .mark else { return isOpen ? .reopen : .open }
    // `viable, "he said`: small letters go on after the quotation.
    return tokens[index + 1].shape.contains(.capitalised) ? .reopen : .close
  }

  private static func classify(_ token: Token, next: Token?, bytes: [UInt8]) -> (Side, Bool) {
    let spacedBefore = token.shape.contains(.spaced)
    let touchesNext = next.map { !$0.shape.contains(.spaced) } ?? false
    let scalar = CharacterClass.decode(Int(token.start), in: bytes)?.0 ?? 0
    switch scalar {
    case 0x27, 0x60, 0xB4:
      if token.bytes.count == 2 { return (scalar == 0x60 ? .open : .either, false) }
      return (spacedBefore && touchesNext ? .open : .close, true)
    case 0x2018, 0x201B, 0x2039: return (spacedBefore || touchesNext ? .open : .close, true)
    case 0x2019, 0x203A: return (.close, true)
    case 0x201A: return (.open, true)
    case 0x22, 0xFF02: return (.either, false)
    // “ opens in English and closes in German: before a comma or full stop it closes.
    case 0x201C: return (spacedBefore || touchesNext && next?.kind != .mark ? .open : .close, false)
    case 0x201E, 0x300C, 0x300E, 0xAB: return (.open, false)
    case 0x201D, 0x300D, 0x300F, 0xBB: return (.close, false)
    default: return (.either, false)
    }
  }

}
