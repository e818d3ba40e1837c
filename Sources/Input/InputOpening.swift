internal import Articles
internal import Files

/// The steps from a path to a stream of records: compression, byte order mark, format, heading.
struct InputOpening {
  let options: ReadingOptions
  let progress: ReadingProgress

  /// How much of a file's beginning is looked at.
  static let sampleBytes = 256 << 10

  /// Why an input is not read.
  enum Failure: Error {
    /// It is no fit input: it is named and the others are read.
    case input(BrokenStream)
    /// The job cannot go on.
    case fatal(ReadingError)
  }

  func open(_ path: InputPath, index: UInt32) throws(Failure) -> InputReader {
    let opened: Opened
    do { opened = try open(path) } catch { throw .input(error) }
    let spool: Spool?
    do { spool = opened.needsSpool ? try Spool(in: options.temporaryFolder) : nil } catch { throw .fatal(error) }
    let file = InputFile(path: path, index: index, format: opened.format, opening: opened.opening, spool: spool)
    return InputReader(
      file: file, stream: opened.stream, opening: opened.opening, skipping: opened.prologue, options: options)
  }

  private func open(_ path: InputPath) throws(BrokenStream) -> Opened {
    if let content = path.content {
      var opened = try open(PeekStream(MemoryStream(content, progress: progress)), path: path)
      opened.needsSpool = options.keepsRecords && opened.opening.conversion != nil
      return opened
    }
    let descriptor = try openDescriptor(path)
    // Asked before anything is read: what counts is where the file stands now.
    let isFile = descriptor.isPlainFile
    let raw = PeekStream(FileStream(descriptor, progress: progress))
    let magic = raw.peek(16)
    if let advice = ForeignContent.advice(magic, name: FileName.plain(path.path)) { throw BrokenStream(reason: advice) }
    let compression = Compression.all.first { magic.starts(with: $0.magic) }
    let stream: any ByteStream = try compression?.decompress(raw) ?? raw
    var opened = try open(PeekStream(stream), path: path)
    let isPlain = compression == nil && opened.opening.conversion == nil && isFile
    opened.needsSpool = options.keepsRecords && !isPlain
    return opened
  }

  private func openDescriptor(_ path: InputPath) throws(BrokenStream) -> Descriptor {
    if path.isStandardInput { return .standardInput }
    do { return try .reading(path.path) } catch {
      throw BrokenStream(reason: "the file cannot be opened: \(error.reason). Check its permissions.")
    }
  }

  /// A stream whose format is known.
  private struct Opened {
    var stream: any ByteStream
    var format: any RecordFormat
    var opening: FormatOpening
    /// Bytes before the first record.
    var prologue: Int
    /// Whether the records must be kept elsewhere to be read again.
    var needsSpool = false
  }

  private func open(_ stream: PeekStream, path: InputPath) throws(BrokenStream) -> Opened {
    var bytes = stream.peek(Self.sampleBytes)
    let name = FileName.plain(path.path)
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(mark)
    if let advice = ForeignContent.advice(bytes, name: name) { throw BrokenStream(reason: advice) }
    let sample = FileSample(name: name, bytes: bytes, isWhole: stream.isWhole, options: options)
    // What comes from memory is known to be lines of JSON; articles of a question are opened twice in a few milliseconds.
    let known: (any RecordFormat)? = path.content != nil && !bytes.isEmpty ? JSONLines() : nil
    guard let format = known ?? RecordFormats.format(of: sample) else { throw BrokenStream(reason: ForeignContent.unknown) }
    let opening = try format.open(sample)
    guard let conversion = opening.conversion else {
      return Opened(stream: stream, format: format, opening: opening, prologue: mark + opening.prologue)
    }
    let converted = ConvertedStream(stream, skipping: mark, limit: options.maxRecordBytes, conversion)
    return Opened(stream: converted, format: JSONLines(), opening: opening, prologue: 0)
  }
}
