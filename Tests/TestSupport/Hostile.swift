/// Strings that break writers of text: what formats take for their own, what spreadsheets and terminals execute, invisible
/// characters, characters that marks hide.
package enum Hostile {
  package static let strings: [String] = [
    "", " ", "plain words", "=SUM(A1:A9)", "+cmd|' /C calc'!A0", "-2+3", "@x", "\t=1", "\u{1}=1+1", "\u{7F}@x", "\u{0}",
    "a\u{0}b",
    "\"", "\"\"", "say \"a\"", "\"\u{301}x,y", "a,b;c", "a\r\nb", "a\nb", "a\rb", "it's", "\\", "\\\"", "\\u0022",
    "</script><script>alert(1)</script>", "<!--", "-->", "]]>", "&amp;", "&#x41;", "&lt;i&gt;", "<b>&'\"", "<\u{338}b>",
    "&\u{301}",
    "\u{202E}abc", "\u{2066}x\u{2069}", "a\u{2028}b\u{2029}c", "\u{85}x", "\u{9B}31m", "\u{1B}[31mred\u{1B}[0m", "a\u{FFFE}b",
    "\u{FFFF}",
    "\u{10FFFF}", "\u{FEFF}x", "e\u{301}a\u{323}\u{301}", "👩‍👩‍👧 🗞️", "新聞、記事", "שלום", "عاجل", "| a | b |",
    "* [x](javascript:alert(1))",
    "# title", "`code` ~~x~~ _y_", "null", "NaN", "-1.5", "{{title}}{{{x}}}", "%s%n${x}", "../../etc/passwd",
    "onmouseover=alert(1) x",
    String(repeating: "long \"words\", ", count: 60),
  ]

  /// The characters that turn the direction of writing or end a line without being a line feed.
  package static func isUnsafeOnTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x61C: true
    default: false
    }
  }
}
