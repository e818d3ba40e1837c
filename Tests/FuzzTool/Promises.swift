import Files
import Input

/// A promise that an input has broken.
struct BrokenPromise: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// What is promised of all outputs.
enum Promises {
  /// A line that is written is one line of UTF-8 and an object of JSON.
  static func check(line: [UInt8]) throws {
    guard line.span.isValidUTF8 else { throw BrokenPromise("a line is not UTF-8") }
    guard !line.contains(0x0A) else { throw BrokenPromise("a line has a line break in it") }
    try check(object: line)
  }

  /// An object of JSON, over however many lines.
  static func check(object: [UInt8]) throws {
    do { _ = try JSONFieldReader([]).read(object.span) } catch { throw BrokenPromise("an output is not JSON: \(error)") }
  }

  /// A place begins and ends between characters of the text, and lies in it.
  static func check(_ range: Range<Int>, of text: [UInt8], _ what: String) throws {
    guard range.upperBound <= text.count else { throw BrokenPromise("\(what) ends behind the text") }
    guard text.span.wholeCharacters(range) == range else { throw BrokenPromise("\(what) cuts a character") }
  }

  /// Places stand in order, none over another.
  static func check(ascending ranges: [Range<Int>], of text: [UInt8], _ what: String) throws {
    var end = 0
    for range in ranges {
      guard range.lowerBound >= end else { throw BrokenPromise("\(what) lies over the one before it") }
      end = range.upperBound
      try check(range, of: text, what)
    }
  }
}
