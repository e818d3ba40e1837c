internal import NIOCore

/// Lines of a stream between the one who reads them off the network and the one who hands them to the writer.
///
/// Whatever is there is handed on together: while the writer is busy more comes in, and a line that comes alone does not wait for
/// others. No more is read while much is waiting.
actor ArticleLines {
  enum Line: Sendable {
    case line(Int, [UInt8])
    /// Longer than an article may be; what was read of it is gone.
    case tooLong(Int)
  }

  private let longest: Int
  private var waiting: [Line] = []
  private var waitingBytes = 0
  private var open: [UInt8] = []
  private var number = 1
  private var isTooLong = false
  private var isFinished = false
  private(set) var lastArrival = ContinuousClock.now
  private let arrived = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
  private let taken = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

  init(longest: Int) { self.longest = longest }

  /// Takes bytes as they come; waits while too much is there.
  func put(_ buffer: ByteBuffer) async {
    lastArrival = .now
    var bytes = buffer.readableBytesView[...]
    while let end = bytes.firstIndex(of: 0x0A) {
      append(bytes[..<end])
      close()
      bytes = bytes[(end + 1)...]
    }
    append(bytes)
    arrived.continuation.yield()
    while waiting.count >= ServiceLimits.streamArticles || waitingBytes >= ServiceLimits.streamBytes {
      var signals = taken.stream.makeAsyncIterator()
      guard await signals.next(isolation: self) != nil else { return }
    }
    lastArrival = .now
  }

  /// There is no more.
  func finish() {
    if !open.isEmpty || isTooLong { close() }
    isFinished = true
    arrived.continuation.yield()
  }

  /// What has come, at least one line; nil at the end.
  func next() async -> [Line]? {
    while waiting.isEmpty, !isFinished {
      var signals = arrived.stream.makeAsyncIterator()
      guard await signals.next(isolation: self) != nil else { return nil }
    }
    guard !waiting.isEmpty else { return nil }
    let lines = Array(waiting.prefix(ServiceLimits.streamArticles))
    waiting.removeFirst(lines.count)
    waitingBytes -= lines.reduce(0) { $0 + Self.size($1) }
    taken.continuation.yield()
    return lines
  }

  private func append(_ bytes: ByteBufferView) {
    guard !isTooLong else { return }
    if open.count + bytes.count > longest {
      isTooLong = true
      open = []
    } else {
      open += bytes
    }
  }

  private func close() {
    defer {
      number += 1
      open = []
      isTooLong = false
    }
    let line: Line = isTooLong ? .tooLong(number) : .line(number, open)
    guard isTooLong || open.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
    waiting.append(line)
    waitingBytes += Self.size(line)
  }

  private static func size(_ line: Line) -> Int { if case .line(_, let bytes) = line { bytes.count } else { 0 } }
}
