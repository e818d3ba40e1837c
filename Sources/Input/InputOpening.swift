internal import Files
internal import Articles

/// The steps from a path to a stream of records: compression, byte order mark, format, heading.
struct InputOpening {
  let options: ReadingOptions
  let progress: ReadingProgress

  /// How much of a file's beginning is looked at.
  static let sampleBytes = 64 << 10

  func open(_ path: InputPath, index: UInt32) throws(BrokenStream) -> InputReader {
    if let content = path.content {
      return try open(PeekStream(MemoryStream(content, progress: progress)), path: path, index: index, spool: nil)
    }
    let descriptor = try openDescriptor(path)
    let isPlain = descriptor.isPlainFile
    let raw = PeekStream(FileStream(descriptor, progress: progress))
    let magic = raw.peek(16)
    if let advice = ForeignContent.advice(magic) { throw BrokenStream(reason: advice) }
    let compression = Compression.all.first { magic.starts(with: $0.magic) }
    var stream: any ByteStream = try compression?.decompress(raw) ?? raw
    var spool: Descriptor?
    if options.keepsRecords && (compression != nil || !isPlain) {
      let spooling = try SpoolingStream(stream)
      spool = spooling.file
      stream = spooling
    }
    return try open(PeekStream(stream), path: path, index: index, spool: spool)
  }

  private func openDescriptor(_ path: InputPath) throws(BrokenStream) -> Descriptor {
    if path.isStandardInput { return .standardInput }
    do { return try .reading(path.name) } catch {
      throw BrokenStream(reason: "the file cannot be opened: \(error.reason). Check its permissions.")
    }
  }

  private func open(_ stream: PeekStream, path: InputPath, index: UInt32, spool: Descriptor?) throws(BrokenStream)
    -> InputReader
  {
    var bytes = stream.peek(Self.sampleBytes)
    if let advice = ForeignContent.advice(bytes) { throw BrokenStream(reason: advice) }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(mark)
    let sample = FileSample(name: FileName.plain(path.name), bytes: bytes, isWhole: stream.isWhole, options: options)
    let format = RecordFormats.format(of: sample)
    let opening = try format.open(sample)
    let file = InputFile(path: path, index: index, format: format, table: opening.table, spool: spool)
    return InputReader(file: file, stream: stream, opening: opening, skipping: mark + opening.prologue, options: options)
  }
}

/// Content that cannot be read, recognised so that a person learns what to do.
enum ForeignContent {
  static func advice(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || looksLikeUTF16(bytes) {
      return "the file is UTF-16, which is not read. Convert it: iconv -f UTF-16 -t UTF-8."
    }
    let kinds: [(magic: [UInt8], name: String, advice: String)] = [
      (Array("BZh".utf8), "bzip2", "Unpack it, or pipe it in: bzcat FILE | newsprint ... -"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz", "Unpack it, or pipe it in: xzcat FILE | newsprint ... -"),
      ([0x50, 0x4B, 0x03, 0x04], "zip", "Unpack it first."),
      (Array("PAR1".utf8), "Parquet", "Export it as JSON lines first."),
      (Array("%PDF".utf8), "PDF", "Extract its text first."),
    ]
    return kinds.first { bytes.starts(with: $0.magic) }.map { "the file is \($0.name), which is not read. \($0.advice)" }
  }

  /// Every second of the first bytes is zero.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8)
    guard head.count >= 4 else { return false }
    return [0, 1].contains { parity in
      head.indices.allSatisfy { (head[$0] == 0) == ($0 % 2 == parity) }
    }
  }
}
