internal import Glibc

/// Paths as strings that lose nothing: names of files are bytes, and need not be UTF-8.
///
/// A byte that belongs to no character stands as a private character, U+10FF00 and the byte, and becomes the byte again where the
/// system is called. A name that really has such a character is taken apart into bytes, so that every name comes back as it was.
package enum PathText {
  /// The first of the characters that stand for bytes.
  private static let base: UInt32 = 0x10FF00

  /// A path as the system gives it.
  package static func string(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0xF4) { return text }
    var scalars = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let length = (1...4).first { length in
        guard index + length <= bytes.count else { return false }
        return isCharacter(bytes[index..<index + length])
      }
      if let length {
        scalars.append(contentsOf: String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars)
        index += length
      } else {
        if let scalar = Unicode.Scalar(base + UInt32(bytes[index])) { scalars.append(scalar) }
        index += 1
      }
    }
    return String(scalars)
  }

  private static func isCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let scalars = String(validating: bytes, as: UTF8.self)?.unicodeScalars, scalars.count == 1 else { return false }
    return scalars.allSatisfy { $0.value < base }
  }

  /// The path's bytes, without a terminator.
  package static func bytes(_ path: String) -> [UInt8] {
    guard path.utf8.contains(0xF4) else { return Array(path.utf8) }
    return path.unicodeScalars.flatMap { scalar in
      scalar.value >= base ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
    }
  }

  /// Calls `body` with the terminated path, as the system wants it.
  static func withBytes<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let bytes = bytes(path).map { CChar(bitPattern: $0) } + [0]
    // SAFETY: the array lives through the call and ends in a zero.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let path = buffer.baseAddress else { preconditionFailure("an array of at least one element has an address") }
      return unsafe body(path)
    }
  }

  /// A terminated path of the system's.
  @unsafe static func string(_ path: UnsafePointer<CChar>) -> String {
    // SAFETY: the caller gives a terminated string, which is copied at once.
    let count = unsafe strlen(path)
    return unsafe string(UnsafeBufferPointer(start: path, count: count).map { UInt8(bitPattern: $0) })
  }

  /// The arguments of the process, without its name.
  package static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      // SAFETY: the vector has `argc` terminated strings and lives as long as the process.
      unsafe CommandLine.unsafeArgv[index].map { unsafe string(UnsafePointer($0)) }
    }
  }
}

/// Text from data, as a terminal may be given it.
package enum Visible {
  /// The text with control characters, those that turn the direction of writing, and bytes that are no characters spelt out:
  /// `\u{1B}`, `\xFC`.
  ///
  /// Linear; nothing is allocated for text that has none.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x10FF00 {
        visible += "\\x" + String(scalar.value - 0x10FF00, radix: 16, uppercase: true)
      } else if isHidden(scalar) {
        visible += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x10FF00...: true
    default: false
    }
  }
}
