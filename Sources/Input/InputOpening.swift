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
    let file = InputFile(
      path: path, index: index, format: opened.format, opening: opened.opening, spool: spool, snapshot: opened.snapshot)
    return InputReader(
      file: file, stream: opened.stream, opening: opened.opening, skipping: opened.prologue, options: options)
  }

  private func open(_ path: InputPath) throws(BrokenStream) -> Opened {
    if let content = path.content {
      var opened = try open(PeekStream(MemoryStream(content, progress: progress)), path: path)
      opened.needsSpool = options.keepsRecords && opened.opening.conversion != nil
      return opened
    }
    if let lines = path.lines {
      var opened = try open(PeekStream(MadeStream(lines, progress: progress)), path: path)
      opened.needsSpool = options.keepsRecords
      return opened
    }
    let descriptor = try openDescriptor(path)
    // Asked before anything is read: what counts is where the file stands now.
    let isFile = descriptor.isPlainFile
    let snapshot = isFile ? try? FileSnapshot(descriptor) : nil
    let raw = PeekStream(FileStream(descriptor, progress: progress))
    let magic = raw.peek(16)
    if let advice = ForeignContent.advice(magic, name: FileName.plain(path.path)) { throw BrokenStream(reason: advice) }
    let compression = Compression.all.first { magic.starts(with: $0.magic) }
    let stream: any ByteStream = try compression?.decompress(raw) ?? raw
    var opened = try open(PeekStream(stream), path: path)
    let isPlain = compression == nil && opened.opening.conversion == nil && isFile
    opened.needsSpool = options.keepsRecords && !isPlain
    opened.snapshot = snapshot
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
    /// What the plain file was before anything of it was read.
    var snapshot: FileSnapshot?
  }

  private func open(_ stream: PeekStream, path: InputPath) throws(BrokenStream) -> Opened {
    var bytes = stream.peek(Self.sampleBytes)
    let name = FileName.plain(path.path)
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(mark)
    if let advice = ForeignContent.advice(bytes, name: name) { throw BrokenStream(reason: advice) }
    let sample = FileSample(name: name, bytes: bytes, isWhole: stream.isWhole, options: options)
    // What comes from memory is known to be lines of JSON; articles of a question are opened twice in a few milliseconds.
    let isKnown = path.lines != nil || path.content != nil && !bytes.isEmpty
    let known: (any RecordFormat)? = isKnown ? JSONLines() : nil
    guard let format = known ?? RecordFormats.format(of: sample) else { throw BrokenStream(reason: ForeignContent.unknown) }
    let opening = try format.open(sample)
    guard let conversion = opening.conversion else {
      return Opened(stream: stream, format: format, opening: opening, prologue: mark + opening.prologue)
    }
    let converted = ConvertedStream(stream, skipping: mark, limit: options.maxRecordBytes, conversion)
    return Opened(stream: converted, format: JSONLines(), opening: opening, prologue: 0)
  }
}

/// Content that is not read, recognised so that a person gets one sentence with what to do instead of eighty.
enum ForeignContent {
  static let unknown =
    "its format is not known: it is no JSON, no table with a text column, and not named .txt. "
    + "Name it .txt to read it as one article, or export it as JSON lines."

  /// What to do about the kinds of file that the Python package reads.
  static let packageReadsIt = "Run python -m newsprint in place of newsprint, which reads it."

  /// Endings of these kinds.
  private static let packageEndings = [
    ".arrow", ".atom", ".bz2", ".feather", ".htm", ".html", ".parquet", ".rss", ".warc", ".warc.gz", ".wet", ".wet.gz", ".xml",
    ".xz",
  ]

  /// Whether the Python package reads a file of this name.
  static func isReadByPackage(_ name: String) -> Bool {
    let name = name.lowercased()
    return packageEndings.contains { name.hasSuffix($0) }
  }

  /// What to say about a file that begins with `bytes`; nil when it may be read.
  ///
  /// The bytes come without a byte order mark of UTF-8, the name in lower case and without the ending of a compression.
  static func advice(_ bytes: [UInt8], name: String) -> String? { binary(bytes, name: name) ?? markup(bytes, name: name) }

  /// How much of the beginning is enough to tell.
  static let headBytes = 8192

  /// The same for what is no text at all.
  static func binary(_ bytes: [UInt8], name: String) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || looksLikeUTF16(bytes) {
      return "the file is UTF-16, which is not read. Convert it: iconv -f UTF-16 -t UTF-8."
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return name.hasSuffix(".xlsx") || name.hasSuffix(".ods") || contains(bytes, "xl/") || contains(bytes, "[Content_Types]")
        ? "the file is a spreadsheet or an office document, which is not read. Save the sheet as CSV first."
        : "the file is zip, which is not read. Unpack it first."
    }
    if let kind = kinds.first(where: { bytes.starts(with: $0.magic) }) {
      return "the file is \(kind.name), which is not read. \(kind.advice)"
    }
    if contains(Array(bytes.dropFirst(257).prefix(5)), "ustar") {
      return "the file is a tar archive, which is not read. Unpack it and name the folder."
    }
    return nil
  }

  private static let kinds: [(magic: [UInt8], name: String, advice: String)] = [
    (Array("BZh".utf8), "bzip2", "\(packageReadsIt) Or pipe it in: bzcat FILE | newsprint ... -"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz", "\(packageReadsIt) Or pipe it in: xzcat FILE | newsprint ... -"),
    ([0x04, 0x22, 0x4D, 0x18], "lz4", "Unpack it, or pipe it in: lz4cat FILE | newsprint ... -"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z", "Unpack it first."),
    (Array("PAR1".utf8), "Parquet", packageReadsIt),
    (Array("ARROW1".utf8), "Arrow", packageReadsIt),
    (Array("FEA1".utf8), "Feather", packageReadsIt),
    (Array("Obj\u{1}".utf8), "Avro", "Export it as JSON lines first."),
    (Array("ORC".utf8), "ORC", "Export it as JSON lines first."),
    (Array("SQLite format 3".utf8), "an SQLite database", "Export the table as CSV or JSON lines first."),
    (Array("%PDF".utf8), "PDF", "Extract its text first."),
    (Array("{\\rtf".utf8), "RTF", "Save it as plain text first."),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", "Save it as CSV or plain text first."),
    ([0x89, 0x50, 0x4E, 0x47], "a picture", "Leave it out."), ([0xFF, 0xD8, 0xFF], "a picture", "Leave it out."),
    (Array("GIF8".utf8), "a picture", "Leave it out."),
    (Array("WARC/".utf8), "a web archive (WARC)", packageReadsIt),
  ]

  /// Pages and feeds; a page that is named .txt is a text with markup in it.
  private static func markup(_ bytes: [UInt8], name: String) -> String? {
    guard !name.hasSuffix(".txt") else { return nil }
    let start = bytes.drop { $0.isBlank }.prefix(64)
    let head = String(decoding: start, as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<!--") || head.hasPrefix("<head") {
      return "the file is HTML, which is not read. \(packageReadsIt)"
    }
    if head.hasPrefix("<?xml") || head.hasPrefix("<rss") || head.hasPrefix("<feed") {
      return "the file is XML, which is not read. For RSS and Atom: \(packageReadsIt)"
    }
    return nil
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let text = Array(text.utf8)
    guard bytes.count >= text.count else { return false }
    return (0...min(bytes.count - text.count, 4096)).contains { bytes[$0..<$0 + text.count].elementsEqual(text) }
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
