import Foundation
import Output
import TestSupport
import Testing

/// Numbers as they are written, against whole-number arithmetic and Foundation's readers.
@Suite struct NumberOracleTests {
  @Test(arguments: 0..<8) func `a fixed number of digits is the nearest such number`(digits: Int) {
    var random = SeededGenerator(digits)
    let scale = (0..<digits).reduce(1) { power, _ in power * 10 }
    for _ in 0..<200 {
      // Thousandths of a unit of the last digit, so that what is nearest is known without fractions; no ties.
      let thousandths = random.below(2_000_000) - 1_000_000
      guard abs(thousandths % 1000) != 500 else { continue }
      let nearest = Int((Double(thousandths) / 1000).rounded())
      let text = Decimals.fixed(Double(thousandths) / 1000 / Double(scale), digits: digits)
      let bare = text.replacing(".", with: "")
      #expect(Int(bare) == nearest, "\(thousandths) \(text)")
      #expect(digits == 0 ? !text.contains(".") : text.split(separator: ".").map(\.count).last == digits)
      #expect(nearest != 0 || !text.hasPrefix("-"))
    }
  }

  @Test(
    arguments: [
      0, 1, -1, 0.1, 1e-9, 1e14, 1e15, 9.99e14, 1e18, 1e19, 1e100, 1e300, 1.7e308, -1.7e308, 5e-324, .infinity, -.infinity, .nan,
      Double(Int64.max), 123_456_789_012.345,
    ] as [Double], 0...6)
  func `any number at all is written, and JSON reads what is one`(value: Double, digits: Int) throws {
    var writer = JSONWriter()
    writer.array([value, -value]) { $0.number($1, digits: digits) }
    let read = try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [Any])
    for (sign, number) in zip([1.0, -1.0], read) {
      guard value.isFinite else {
        #expect(number is NSNull)
        continue
      }
      let back = try #require(number as? Double)
      let step = (0..<digits).reduce(1.0) { step, _ in step / 10 }
      #expect(abs(back - sign * value) <= step / 2 * 1.0001 + abs(value) * 1e-15, "\(value) became \(back)")
    }
    let text = Decimals.fixed(value, digits: digits)
    if value.isFinite { #expect(Double(text).map { abs($0 - value) <= max(1, abs(value) * 1e-15) } == true, "\(value) \(text)") }
  }

  @Test func `thousands are grouped so that the digits stay`() {
    var random = SeededGenerator(3)
    for _ in 0..<300 {
      let value = Int(truncatingIfNeeded: random.next()) >> random.below(64)
      let groups = Decimals.grouped(value).drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
      #expect(Int((value < 0 ? "-" : "") + groups.joined()) == value)
      #expect(groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count))
    }
  }

  @Test(arguments: [
    (999, "999 bytes"), (1, "1 byte"), (1_049, "1.0 kB"), (999_949, "999.9 kB"), (1_500_000, "1.5 MB"), (Int.max, "9223372.0 TB"),
  ]) func `sizes have a unit that a reader knows`(count: Int, text: String) { #expect(Decimals.bytes(count) == text) }
}

/// Trees of JSON made by chance, written and read by Foundation's parser.
@Suite struct JSONRoundTripTests {
  indirect enum Value {
    case null, bool(Bool), integer(Int), string(String), array([Value]), object([String: Value])

    static func random(_ random: inout SeededGenerator, depth: Int) -> Value {
      switch random.below(depth > 0 ? 6 : 4) {
      case 0: return .null
      case 1: return .bool(random.below(2) == 0)
      case 2: return .integer(random.below(2_000_000) - 1_000_000)
      // Foundation's reader drops a byte order mark, its decoder does not.
      case 3: return .string(random.pick(Hostile.strings.filter { !$0.unicodeScalars.contains("\u{FEFF}") }))
      case 4: return .array((0..<random.below(4)).map { _ in Self.random(&random, depth: depth - 1) })
      default:
        var members: [String: Value] = [:]
        for _ in 0..<random.below(4) { members[letters(random.below(40))] = Self.random(&random, depth: depth - 1) }
        return .object(members)
      }
    }

    func write(to writer: inout JSONWriter) {
      switch self {
      case .null: writer.null()
      case .bool(let value): writer.bool(value)
      case .integer(let value): writer.integer(value)
      case .string(let value): writer.string(value)
      case .array(let values): writer.array(values) { $1.write(to: &$0) }
      case .object(let members):
        writer.object { writer in
          for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            writer.key(key)
            value.write(to: &writer)
          }
        }
      }
    }

    func isSame(as other: Any) -> Bool {
      switch self {
      case .null: return other is NSNull
      case .bool(let value): return (other as? NSNumber)?.boolValue == value
      case .integer(let value): return (other as? NSNumber)?.intValue == value
      case .string(let value): return (other as? String).map { Array($0.utf16) == Array(value.utf16) } == true
      case .array(let values):
        guard let others = other as? [Any] else { return false }
        return others.count == values.count && zip(values, others).allSatisfy { $0.isSame(as: $1) }
      case .object(let members):
        guard let others = other as? [String: Any] else { return false }
        return others.count == members.count && members.allSatisfy { key, value in others[key].map(value.isSame) == true }
      }
    }
  }

  @Test(arguments: 0..<60) func `a tree comes back as it was, and its minified form is itself`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let tree = Value.array((0..<3).map { _ in Value.random(&random, depth: 3) })
    var writer = JSONWriter()
    tree.write(to: &writer)
    #expect(
      tree.isSame(as: try JSONSerialization.jsonObject(with: Data(writer.bytes))),
      "\(String(decoding: writer.bytes, as: UTF8.self))")
    #expect(!writer.bytes.contains { $0 < 0x20 })
    var second = JSONWriter()
    second.string("rest of an earlier line")
    second.removeAll()
    tree.write(to: &second)
    #expect(second.bytes == writer.bytes)
  }
}

@Suite struct SHA256LengthTests {
  /// Messages around the borders of a block; digests by Python's hashlib.
  @Test(
    arguments: [
      (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (1, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"),
      (3, "6ab0dba1f4f1dfbb37b4f9eeb092c09fca4900ad32bdcd147d8dde35d6c87c35"),
      (55, "d604dc83c754bb5890ec011f3fa0552324cb1412205b5a5e83fd17cd4afe57ed"),
      (56, "0371e3fd4911ce4109ac9aaddc0ebdfe28431802ef70a966cb245da585f2a37e"),
      (57, "bdce47d7bad9c7849a36531ae5ac19e3c4413c87c20f5d00ccda7dcd7c57bdb1"),
      (63, "de8f546e5d44d4fb35d25af2748ed9b6644d200d56b6b0b6e71b095b44348dc6"),
      (64, "35eb8c80b4af970a05040dd151d5edad6172957c1ded27e521fdcf526178feb3"),
      (65, "c96988663bcd3779da5b1c0e499742ff48bf6148d5c044326ce3e5845a80e6ab"),
      (119, "7fb3869648ad8420f2e1a20812a61ba45c3db01dc7b391d48c2a8c1d6f41be35"),
      (120, "9db2bb35e3e98f502b654e82f0051eebfa45015e36ed8c3a28d44586eff7372b"),
      (128, "086e64af3be4bef59202dea267776bbbbe6264ad9ff0b46345743fffc446238e"),
      (1000, "e66c6563e3797f84573ef7dfe3a460d5d579967297ef20150d89f0c6e358221e"),
    ])
  func `every length is padded right`(length: Int, digest: String) {
    let message = (0..<length).map { UInt8(($0 * 7 + length) % 251) }
    let hexadecimal = SHA256.digest(message).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    #expect(hexadecimal == digest)
  }
}
