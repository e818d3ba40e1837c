import Tables
import Testing

/// Answers that the authors of the hash publish with it.
struct FNV1aTests {
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func `the hash is the published one`(text: String, hash: UInt64) {
    #expect(FNV1a.hash(text.utf8) == hash)
    #expect(text.utf8.reduce(FNV1a.basis) { FNV1a.appending(UInt64($1), to: $0) } == hash)
  }

  @Test func `a character goes in whole`() {
    // One step for a scalar above a byte, where its two bytes would be two.
    #expect(FNV1a.appending(UInt64(0x00E9), to: FNV1a.basis) == FNV1a.hash([0xE9]))
    #expect(FNV1a.appending(UInt64(0x2026), to: FNV1a.basis) != FNV1a.hash([0x26, 0x20]))
    #expect(FNV1a.appending(UInt64(0x2026), to: FNV1a.basis) == (FNV1a.basis ^ 0x2026) &* 0x0100_0000_01B3)
  }
}
