import Files
import TestSupport
import Testing

/// Sorting outside memory against sorting in it.
@Suite struct ExternalSortTests {
  private func sorted(_ numbers: [UInt64], memory: Int, pieces: Int) throws -> [[UInt64]] {
    var sort = ExternalSort(memory: memory, folder: nil)
    var rest = numbers[...]
    while !rest.isEmpty {
      let part = rest.prefix(max(1, numbers.count / pieces))
      try sort.append(part)
      rest = rest.dropFirst(part.count)
    }
    var found: [[UInt64]] = []
    try sort.forEachDistinct { number, count in found.append([number, UInt64(count)]) }
    return found
  }

  private func oracle(_ numbers: [UInt64]) -> [[UInt64]] {
    var counts: [UInt64: UInt64] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
  }

  @Test(arguments: 1...8) func `any numbers come out ascending with their counts, whatever fits into memory`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let range = [3, 50, 5_000, Int.max][seed % 4]
    let numbers = (0..<generator.below(6_000) + 64).map { _ in UInt64(generator.below(range)) &* (seed % 2 == 0 ? 1 : 0x9E37_79B9)
    }
    for memory in [1 << 10, 3_000, 1 << 14, 1 << 24] {
      #expect(try sorted(numbers, memory: memory, pieces: generator.below(9) + 1) == oracle(numbers))
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128]) func `runs that are just full are runs too`(count: Int) throws {
    let numbers = (0..<count).map { UInt64(count - $0) << 40 }
    #expect(try sorted(numbers, memory: 1 << 10, pieces: 1) == oracle(numbers))
  }

  @Test func `the largest number is one like any other`() throws {
    let numbers = [UInt64.max, 0, .max, 1] + [UInt64](repeating: .max, count: 200)
    #expect(try sorted(numbers, memory: 1 << 10, pieces: 3) == oracle(numbers))
  }
}
