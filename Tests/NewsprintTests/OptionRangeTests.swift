import Newsprint
import TestSupport
import Testing

/// Every option at the ends of its range and one beyond.
@Suite struct OptionRangeTests {
  private func isAccepted(_ change: (inout Options) -> Void) -> Bool {
    var options = Options()
    change(&options)
    do {
      _ = try Detector(options)
      return true
    } catch {
      #expect(error.code == .options && !error.advice.isEmpty && error.reason.hasSuffix("."), "\(error)")
      return false
    }
  }

  @Test(arguments: [(-1, false), (0, false), (1, true), (1_024, true), (1_025, false), (Int.max, false)])
  func `threads`(value: Int, isGood: Bool) { #expect(isAccepted { $0.threads = value } == isGood) }

  @Test(arguments: [(Int.min, false), (0, false), (1, true), (1 << 30, true), (1 << 30 + 1, false)])
  func `the longest record`(value: Int, isGood: Bool) { #expect(isAccepted { $0.longestRecord = value } == isGood) }

  @Test(arguments: [(0, false), (1 << 20 - 1, false), (1 << 20, true), (Int.max, true)])
  func `memory`(value: Int, isGood: Bool) { #expect(isAccepted { $0.memory = value } == isGood) }

  @Test(arguments: [(Int64.min, false), (-1, false), (0, true), (Int64.max, true)])
  func `the window`(value: Int64, isGood: Bool) { #expect(isAccepted { $0.window = value } == isGood) }

  @Test func `a field needs a name`() {
    let fields: [any WritableKeyPath<Fields, String> & Sendable] = [
      \.id, \.text, \.title, \.url, \.outlet, \.published, \.language,
    ]
    for field in fields {
      #expect(!isAccepted { $0.fields[keyPath: field] = "" })
      #expect(isAccepted { $0.fields[keyPath: field] = "a.b" })
    }
  }

  @Test(arguments: [(0, false), (1, true), (64, true), (65, false), (-1, false)])
  func `words of a shingle`(value: Int, isGood: Bool) { #expect(isAccepted { $0.fingerprint.shingleWords = value } == isGood) }

  @Test(arguments: [(0, false), (8, false), (128, true), (130, false), (4_096, true), (4_112, false)])
  func `values of a signature`(value: Int, isGood: Bool) { #expect(isAccepted { $0.fingerprint.permutations = value } == isGood) }

  @Test(arguments: [(0, false), (1, true), (2, true), (3, false), (16, true), (-16, false)])
  func `sampling`(value: Int, isGood: Bool) { #expect(isAccepted { $0.fingerprint.sampling = value } == isGood) }

  @Test(arguments: [(32, 4, true), (64, 2, true), (1, 1, true), (33, 4, false), (0, 4, false), (32, 0, false), (-1, -4, false)])
  func `bands use no more values than there are`(bands: Int, rows: Int, isGood: Bool) {
    #expect(isAccepted { ($0.fingerprint.bands, $0.fingerprint.rows) = (bands, rows) } == isGood)
  }

  @Test func `numbers so large that their product is none are refused and no crash`() {
    #expect(!isAccepted { ($0.fingerprint.bands, $0.fingerprint.rows) = (.max, .max) })
    #expect(!isAccepted { ($0.fingerprint.bands, $0.fingerprint.rows) = (.max, 2) })
    #expect(!isAccepted { $0.fingerprint.permutations = .max })
  }
}

/// Fingerprints of the library whatever their parameters.
@Suite struct FingerprintParameterTests {
  private static let text = randomText(words: 120, vocabulary: 900, seed: 5)

  private func detector(_ seed: Int) throws -> Detector {
    var random = SeededGenerator(seed)
    var options = Options()
    options.fingerprint.permutations = random.pick([16, 64, 128, 256])
    options.fingerprint.rows = random.pick([1, 2, 4])
    options.fingerprint.bands = options.fingerprint.permutations / options.fingerprint.rows / random.pick([1, 2])
    options.fingerprint.shingleWords = 1 + random.below(9)
    options.fingerprint.sampling = random.pick([1, 4, 16])
    options.fingerprint.seed = UInt64(random.below(1_000))
    return try Detector(options)
  }

  @Test(arguments: 0..<20) func `a print has the sizes that its parameters say, and their multiples`(seed: Int) throws {
    let detector = try detector(seed)
    let print = detector.fingerprint(Self.text)
    let parameters = detector.options.fingerprint
    #expect(print.parameters == parameters && print.words == 120)
    #expect(print.signature.count == parameters.permutations && print.bandKeys.count == parameters.bands)
    #expect(print.sample == print.sample.sorted() && Set(print.sample).count == print.sample.count)
    #expect(print.sample.allSatisfy { $0 % UInt64(parameters.sampling) == 0 })
    if parameters.sampling == 1 { #expect(print.sample.count == 120 - parameters.shingleWords + 1) }
    #expect(try print.resemblance(to: print) == 1 && print.hammingDistance(to: print) == 0)
    #expect(try print.containment(in: print) == (print.sample.isEmpty ? 0 : 1))
  }

  @Test(arguments: 0..<10) func `prints of other parameters are not compared`(seed: Int) throws {
    let (one, other) = (try detector(seed).fingerprint(Self.text), try detector(seed + 100).fingerprint(Self.text))
    guard one.parameters != other.parameters else { return }
    for compare in [{ _ = try one.resemblance(to: other) }, { _ = try one.containment(in: other) }] as [() throws -> Void] {
      let error = #expect(throws: NewsprintError.self) { try compare() }
      #expect(error?.code == .mismatch)
    }
    let error = #expect(throws: NewsprintError.self) { try one.hammingDistance(to: other) }
    #expect(error?.code == .mismatch)
  }
}
