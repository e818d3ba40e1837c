import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How wide to write and whether in colour.
package struct TerminalStyle: Sendable {
  package var width: Int
  package var usesColour: Bool

  package init(width: Int, usesColour: Bool) {
    self.width = width
    self.usesColour = usesColour
  }

  /// Colour on a terminal only, unless NO_COLOR is set; the terminal's width (or COLUMNS), 80 to 120 columns used.
  package static func forOutput(isFile: Bool) -> TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = !isFile && isatty(1) == 1
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return TerminalStyle(
      width: width(environment["COLUMNS"], isTerminal: isTerminal),
      usesColour: isTerminal && !noColour && environment["TERM"] != "dumb")
  }

  private static func width(_ columns: String?, isTerminal: Bool) -> Int {
    if let columns, let number = Int(columns), number > 0 { return min(max(number, 40), 120) }
    guard isTerminal else { return 80 }
    var size = winsize()
    // SAFETY: the request fills the structure it is given.
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 40), 120)
  }

  package enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "33"
    case green = "32"
    case dim = "2"
  }

  package func paint(_ text: String, _ paint: Paint) -> String { usesColour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text }
}
