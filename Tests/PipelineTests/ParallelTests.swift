import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// Pieces of work on several threads: each once, results in order, errors handed on.
@Suite struct ParallelTests {
  @Test(arguments: 0..<60) func `pieces cover everything once`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = generator.below(200), size = generator.below(30)
    let pieces = Parallel.pieces(of: count, size: size)
    #expect(pieces.flatMap { Array($0) } == Array(0..<count))
    #expect(pieces.allSatisfy { !$0.isEmpty && $0.count <= max(1, size) })
    #expect(pieces.dropLast().allSatisfy { $0.count == max(1, size) })
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 100])
  func `results stand in the order of their pieces, and each piece is worked on once`(threads: Int, count: Int) throws {
    let calls = Mutex<[Int]>([]), states = Mutex(0)
    let results = try Parallel.map(count, in: RunContext(threads: threads)) {
      states.withLock { $0 += 1 }
    } _: { (piece: Int, _: inout Void) -> Int? in
      calls.withLock { $0.append(piece) }
      return piece % 3 == 0 ? nil : piece * piece
    }
    #expect(results == (0..<count).map { $0 % 3 == 0 ? nil : $0 * $0 })
    #expect(calls.withLock { $0.sorted() } == Array(0..<count))
    #expect(states.withLock { $0 } <= max(1, min(threads, count)))
  }

  struct Failure: Error, Equatable { var piece: Int }

  @Test(arguments: [1, 4]) func `an error is handed on, and little is begun after it`(threads: Int) {
    let begun = Mutex(0)
    let hasFailed = Mutex(false)
    #expect(throws: Failure.self) {
      _ = try Parallel.map(1000, in: RunContext(threads: threads), makeState: {}) { piece, _ in
        begun.withLock { $0 += 1 }
        if piece == 5 {
          hasFailed.withLock { $0 = true }
          throw Failure(piece: piece)
        }
        // On a busy machine the others would be done before the thread that fails has its turn.
        while piece > 5, !hasFailed.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.000_1) }
        if piece > 5 { Thread.sleep(forTimeInterval: 0.001) }
        return piece
      }
    }
    if threads == 1 { #expect(begun.withLock { $0 } == 6) }
    #expect(begun.withLock { $0 } < 1000)
  }

  @Test func `a run that is cancelled says so and does nothing more`() {
    let asked = Mutex(0)
    let context = RunContext(
      threads: 1,
      isCancelled: {
        asked.withLock {
          $0 += 1; return $0 > 3
        }
      })
    #expect(throws: RunCancelled.self) { _ = try Parallel.map(10, in: context, makeState: {}) { piece, _ in piece } }
    #expect(asked.withLock { $0 } == 4)
  }

  @Test(arguments: [false, true]) func `values that are made ahead come in order, one at a time, until one fails`(isAhead: Bool)
    throws
  {
    let count = Mutex(0), inside = Mutex(0)
    let values = Ahead {
      #expect(
        inside.withLock {
          $0 += 1; return $0
        } == 1)
      defer { inside.withLock { $0 -= 1 } }
      let value = count.withLock {
        $0 += 1; return $0
      }
      if value == 50 { throw Failure(piece: value) }
      return value
    }
    for expected in 1..<50 { #expect(try values.next { _ in isAhead } == expected) }
    #expect(throws: Failure(piece: 50)) { try values.next { _ in isAhead } }
    values.stop()
    #expect(count.withLock { $0 } == 50)
  }

  @Test func `nothing is made ahead that was not asked for`() throws {
    let count = Mutex(0)
    let values = Ahead {
      count.withLock {
        $0 += 1; return $0
      }
    }
    #expect(try values.next { $0 < 2 } == 1)
    values.stop()
    #expect(try count.withLock { $0 } == 2 && values.next { $0 < 2 } == 2)
    values.stop()
    #expect(count.withLock { $0 } == 2)
  }

  @Test(arguments: 0..<20) func `what comes in any order is delivered in its own`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let count = 1 + generator.below(40)
    let delivery = OrderedDelivery<Int>()
    var delivered: [Int] = []
    var put: Set<Int> = []
    for index in (0..<count).shuffled(using: &generator) {
      try delivery.put(index * 10, at: index) { delivered.append($0) }
      put.insert(index)
      // As many as there are without a gap, and not one more.
      let due = (0..<count).prefix { put.contains($0) }
      #expect(delivered == due.map { $0 * 10 })
    }
    #expect(delivered.count == count)
  }
}
