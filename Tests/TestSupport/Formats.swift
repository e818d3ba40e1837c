/// Readers of the formats that Newsprint writes, made from their specifications and nothing else, to hold the writers against.
package enum Formats {
  /// The rows of a table (RFC 4180), nil where a quotation mark stands where none may.
  package static func csv(_ text: String) -> [[String]]? {
    var rows: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var isQuoted = false, wasQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func end() { rows[rows.count - 1].append(String(field)) }
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalars.removeFirst())
        } else {
          (isQuoted, wasQuoted) = (false, true)
        }
      } else if scalar == "," || scalar == "\r" && scalars.first == "\n" {
        end()
        (field, wasQuoted) = (String.UnicodeScalarView(), false)
        guard scalar == "\r" else { continue }
        scalars.removeFirst()
        if scalars.isEmpty { return rows }
        rows.append([])
      } else if scalar == "\"" {
        guard field.isEmpty, !wasQuoted else { return nil }
        isQuoted = true
      } else if wasQuoted || scalar == "\n" || scalar == "\r" {
        return nil
      } else {
        field.append(scalar)
      }
    }
    end()
    return isQuoted ? nil : rows
  }

  /// What is wrong with a document of XML 1.0 as far as characters, tags and references go; nil when it is well-formed.
  ///
  /// `content` is called with the path of every element that holds text and no elements, and the text.
  package static func xmlFault(_ text: String, content: (String, String) -> Void = { _, _ in }) -> String? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: continue
      default: return "U+\(String(scalar.value, radix: 16)) is no character of XML"
      }
    }
    var open: [String] = []
    var between = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "<" else {
        between.append(scalar)
        continue
      }
      var tag = String.UnicodeScalarView()
      var quote: Unicode.Scalar?
      while let inner = scalars.popFirst(), quote != nil || inner != ">" {
        if inner == "<" { return "a bracket opens inside a tag" }
        if let mark = quote { if inner == mark { quote = nil } } else if inner == "\"" || inner == "'" { quote = inner }
        tag.append(inner)
      }
      let name = String(tag)
      let own = String(between)
      guard let decoded = unescaped(own) else { return "an ampersand stands alone in \(own.debugDescription)" }
      between = String.UnicodeScalarView()
      if name.hasPrefix("?") { continue }
      if name.hasPrefix("/") {
        content(open.joined(separator: "/"), decoded)
        guard open.popLast() == String(name.dropFirst()) else { return "\(name) closes nothing" }
      } else if !name.hasSuffix("/") {
        open.append(String(name.prefix { $0 != " " }))
      }
    }
    return open.isEmpty ? nil : "\(open) is not closed"
  }

  /// Text with the five named references and numbers resolved; nil when an ampersand begins none.
  package static func unescaped(_ text: String) -> String? {
    var output = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "&" else {
        output.append(scalar)
        continue
      }
      guard let end = scalars.firstIndex(of: ";") else { return nil }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[..<end])
      scalars = scalars[(end + 1)...]
      switch String(name) {
      case "amp": output.append("&")
      case "lt": output.append("<")
      case "gt": output.append(">")
      case "quot": output.append("\"")
      case "apos": output.append("'")
      case let number where number.hasPrefix("#"):
        let isHexadecimal = number.hasPrefix("#x")
        guard let code = UInt32(number.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        output.append(scalar)
      default: return nil
      }
    }
    return String(output)
  }

  /// The names of the tags of a page in their order, as a browser finds them: attributes in quotation marks hold brackets, and
  /// what stands in a script or style ends at its closing tag alone.
  package static func tags(_ page: String) -> [String] {
    var tags: [String] = []
    var bytes = Array(page.utf8)[...]
    while let place = bytes.firstIndex(of: UInt8(ascii: "<")) {
      bytes = bytes[(place + 1)...]
      guard let first = bytes.first, first == 0x2F || first == 0x21 || (0x61...0x7A).contains(first | 0x20) else { continue }
      var name: [UInt8] = []
      while let byte = bytes.first, byte != 0x3E, byte > 0x20 {
        name.append(byte)
        bytes.removeFirst()
      }
      var quote: UInt8?
      while let byte = bytes.popFirst(), quote != nil || byte != 0x3E {
        if let mark = quote { if byte == mark { quote = nil } } else if byte == 0x22 || byte == 0x27 { quote = byte }
      }
      let tag = String(decoding: name, as: UTF8.self)
      tags.append(tag)
      guard tag == "script" || tag == "style" else { continue }
      let closing = Array("</\(tag)".utf8)
      while !bytes.isEmpty, !bytes.starts(with: closing) { bytes.removeFirst() }
    }
    return tags
  }
}
