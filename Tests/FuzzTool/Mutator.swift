/// Random numbers that are the same for the same seed, everywhere: SplitMix64.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int.random(in: 0..<bound, using: &self) }
}

/// Makes new inputs of those in a corpus: cut, doubled, exchanged, spliced, with what breaks readers put in.
struct Mutator {
  let corpus: [[UInt8]]
  private var randomness: Randomness

  /// Pieces that readers stumble over: ends of strings and rows, numbers that are none, halves of characters.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\\", "\\\"", "\"\"", "\n", "\r", "\r\n", "\t", ",", ";", "|", "{", "}", "[", "]", ":", "NaN", "-Infinity", "null",
      "true",
      "\\ud83d", "\\ude00", "\\u0000", "1e999", "-0", "00", "{\"$oid\": \"1\"}", "[\"a\", \"b\"]", "\"text\": ", "\"id\": 7,",
      "sep=;\n",
      "\u{FEFF}", "\u{202E}", "\u{1B}[31m", "é", "新聞", "🗞️", "e\u{301}", "\u{AD}", "&amp;", "<p>", "http://example.org/ü",
      "(AP) - ",
      "“", "”", "said", "not", "1,234.5", "May 5", "12:51 pm",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0]]

  init(_ corpus: [[UInt8]], seed: UInt64) {
    self.corpus = corpus
    randomness = Randomness(seed)
  }

  /// The next input, of at most about 64 KiB.
  mutating func next() -> [UInt8] {
    var bytes = corpus[randomness.below(corpus.count)]
    for _ in 0..<(1 + randomness.below(6)) { mutate(&bytes) }
    return bytes.count > 1 << 16 ? Array(bytes.prefix(1 << 16)) : bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = randomness.below(bytes.count + 1)
    let length = randomness.below(min(64, bytes.count - place) + 1)
    switch randomness.below(8) {
    case 0: bytes.insert(contentsOf: Self.pieces[randomness.below(Self.pieces.count)], at: place)
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8(randomness.below(8)) }
    case 3: if place < bytes.count { bytes[place] = UInt8(randomness.below(256)) }
    case 4: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: randomness.below(bytes.count + 1))
    case 5: bytes.removeSubrange(place...)
    case 6:
      let other = corpus[randomness.below(corpus.count)]
      bytes.replaceSubrange(place..<place + length, with: other.prefix(randomness.below(other.count + 1)).suffix(200))
    default: bytes.replaceSubrange(place..<place + length, with: Self.pieces[randomness.below(Self.pieces.count)])
    }
  }
}
