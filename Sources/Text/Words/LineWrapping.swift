/// Text that is broken into lines of one width, as old wires are: there a line is no unit, and a short one no sign that it stands
/// apart.
package enum LineWrapping {
  /// Whether `lines` are the lines of hard-wrapped text: many, none long, most of them nearly as long as the longest.
  package static func isHardWrapped(_ lines: [Range<Int>]) -> Bool {
    guard lines.count >= 5 else { return false }
    var longest = 0
    for line in lines { longest = max(longest, line.count) }
    guard longest <= 100, longest >= 40 else { return false }
    var full = 0
    for line in lines where line.count * 3 >= longest * 2 { full += 1 }
    return full * 2 >= lines.count
  }
}
