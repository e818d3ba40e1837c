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
