internal import Tables

/// Sorts more 64-bit numbers than memory holds: sorted runs in a temporary file, merged at the end.
///
/// In memory alone while the numbers fit.
package struct ExternalSort: Sendable {
  /// Where a sorted run lies in the file.
  private struct Run: Sendable {
    var offset: UInt64
    var count: Int
  }

  private let folder: String?
  /// Numbers that are sorted at a time.
  private let room: Int
  private var buffer: [UInt64] = []
  private var runs: [Run] = []
  private var file: ScratchFile?

  /// - Parameters:
  ///   - memory: bytes that may be used, from 1 KiB on; half of them are the room that a sort in memory needs.
  ///   - folder: where the file is made; nil is TMPDIR, or else /tmp.
  package init(memory: Int, folder: String?) {
    self.folder = folder
    room = max(1 << 10, memory) / 16
  }

  /// Takes numbers in, in any order.
  ///
  /// - Throws: ``ReadingError`` when the temporary file cannot be written.
  package mutating func append(_ numbers: some Collection<UInt64>) throws(ReadingError) {
    var rest = numbers[...]
    while !rest.isEmpty {
      let part = rest.prefix(room - buffer.count)
      buffer.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if buffer.count == room { try spill() }
    }
  }

  private mutating func spill() throws(ReadingError) {
    RadixSort.sort(&buffer, bits: 0..<64)
    let file: ScratchFile
    if let known = self.file { file = known } else { file = try ScratchFile(in: folder) }
    self.file = file
    runs.append(Run(offset: try file.append(buffer), count: buffer.count))
    buffer.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with each different number, ascending, and how often it came; the numbers are gone then.
  ///
  /// O(n log n) for n numbers in all, O(n log runs) in the merge.
  ///
  /// - Throws: ``ReadingError`` when the temporary file cannot be read again.
  package mutating func forEachDistinct(_ body: (_ number: UInt64, _ count: Int) throws(ReadingError) -> Void)
    throws(ReadingError)
  {
    if let file {
      if !buffer.isEmpty { try spill() }
      buffer = []
      try merge(file, body)
    } else {
      RadixSort.sort(&buffer, bits: 0..<64)
      var counter = RunCounter()
      for number in buffer { try counter.take(number, body) }
      try counter.finish(body)
    }
    (buffer, runs, file) = ([], [], nil)
  }

  private func merge(_ file: ScratchFile, _ body: (UInt64, Int) throws(ReadingError) -> Void) throws(ReadingError) {
    let block = max(64, room / max(1, runs.count))
    var readers: [RunReader] = []
    for run in runs { readers.append(try RunReader(file, offset: run.offset, count: run.count, block: block)) }
    // A heap of readers by their next number.
    var heap = Array(readers.indices)
    func isBefore(_ a: Int, _ b: Int) -> Bool { readers[a].next < readers[b].next }
    func sink(_ start: Int) {
      var place = start
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isBefore(heap[child], heap[least]) {
          least = child
        }
        if least == place { return }
        heap.swapAt(place, least)
        place = least
      }
    }
    for place in heap.indices.reversed() { sink(place) }
    var counter = RunCounter()
    while let top = heap.first {
      try counter.take(readers[top].next, body)
      if try !readers[top].advance() {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      if !heap.isEmpty { sink(0) }
    }
    try counter.finish(body)
  }
}

/// Reads a sorted run block by block.
private struct RunReader {
  private let file: ScratchFile
  private var offset: UInt64
  private var left: Int
  private let block: Int
  private var numbers: [UInt64] = []
  private var place = 0

  /// The run has one number at least.
  init(_ file: ScratchFile, offset: UInt64, count: Int, block: Int) throws(ReadingError) {
    self.file = file
    self.offset = offset
    self.block = block
    left = count
    try fill()
  }

  var next: UInt64 { numbers[place] }

  /// Goes on to the next number; false when there is none.
  mutating func advance() throws(ReadingError) -> Bool {
    place += 1
    if place < numbers.count { return true }
    guard left > 0 else { return false }
    try fill()
    return true
  }

  private mutating func fill() throws(ReadingError) {
    let count = min(block, left)
    numbers = try file.read(UInt64.self, at: offset, count: count)
    offset += UInt64(count * MemoryLayout<UInt64>.size)
    left -= count
    place = 0
  }
}

/// Counts equal numbers that follow each other.
private struct RunCounter {
  private var last: UInt64 = 0
  private var count = 0

  mutating func take(_ number: UInt64, _ body: (UInt64, Int) throws(ReadingError) -> Void) throws(ReadingError) {
    if count > 0, number == last {
      count += 1
      return
    }
    if count > 0 { try body(last, count) }
    last = number
    count = 1
  }

  func finish(_ body: (UInt64, Int) throws(ReadingError) -> Void) throws(ReadingError) {
    if count > 0 { try body(last, count) }
  }
}

/// Numbers sorted into buckets as they come, in memory while they fit and in a temporary file beyond.
///
/// What belongs together is put into one bucket, and a bucket is read at once: so a bucket has to fit into memory, not all of
/// them. One writing and one reading, where runs that are merged have to be sorted whole (``ExternalSort``).
package struct NumberBuckets: Sendable {
  /// What was written of a bucket at a time.
  private struct Part: Sendable {
    var offset: UInt64
    var count: Int
  }

  @usableFromInline var buffers: [[UInt64]]
  /// Numbers that may still come before the buffers go to the file.
  @usableFromInline var room: Int
  private let mostBuffered: Int
  private var parts: [[Part]]
  private var file: ScratchFile?
  private let folder: String?

  /// - Parameters:
  ///   - count: how many buckets there are.
  ///   - memory: bytes that the buffers may take, about; nil for any.
  ///   - folder: where the file is made; nil is TMPDIR, or else /tmp.
  package init(count: Int, memory: Int?, folder: String?) {
    buffers = [[UInt64]](repeating: [], count: count)
    parts = [[Part]](repeating: [], count: count)
    // An array that grows has room for up to twice its numbers.
    mostBuffered = memory.map { max(64, $0 / 16) } ?? .max
    room = mostBuffered
    self.folder = folder
  }

  package var count: Int { buffers.count }

  /// How many numbers a bucket has.
  package func size(of bucket: Int) -> Int { parts[bucket].reduce(buffers[bucket].count) { $0 + $1.count } }

  /// Whether there was no need for a file so far.
  package var areInMemory: Bool { file == nil }

  /// - Throws: ``ReadingError`` when the temporary file cannot be written.
  @inlinable
  package mutating func append(_ number: UInt64, to bucket: Int) throws(ReadingError) {
    buffers[bucket].append(number)
    room -= 1
    if room == 0 { try spill() }
  }

  @usableFromInline
  mutating func spill() throws(ReadingError) {
    let file: ScratchFile
    if let known = self.file { file = known } else { file = try ScratchFile(in: folder) }
    self.file = file
    for bucket in buffers.indices where !buffers[bucket].isEmpty {
      parts[bucket].append(Part(offset: try file.append(buffers[bucket]), count: buffers[bucket].count))
      buffers[bucket] = []
    }
    room = mostBuffered
  }

  /// The numbers of a bucket in the order in which they came; they are gone then.
  ///
  /// - Throws: ``ReadingError`` when the temporary file cannot be read again.
  package mutating func take(_ bucket: Int) throws(ReadingError) -> [UInt64] {
    let rest = buffers[bucket]
    buffers[bucket] = []
    room += rest.count
    guard let file, !parts[bucket].isEmpty else { return rest }
    var numbers: [UInt64] = []
    numbers.reserveCapacity(size(of: bucket) + rest.count)
    for part in parts[bucket] { numbers += try file.read(UInt64.self, at: part.offset, count: part.count) }
    parts[bucket] = []
    return numbers + rest
  }
}
