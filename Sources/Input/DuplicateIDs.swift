internal import Files
package import Articles

/// The ids that were seen so far, to find articles that come with an id twice.
///
/// The first one keeps it. In another file, or of another site, the id means another article, which is called FILE:ID, or
/// FILE:LINE or FILE:LINE#2 where that is taken too. Articles without an id are called FILE:LINE, FILE:LINE#2 and so on. Only a
/// second article of one site in one file is left out: one of the two ids is wrong.
///
/// Ids are the same when their text is: `7` and `"7"` are one id. Comparison is exact, hashes only find the candidates.
/// About 32 bytes and the id's own for each article.
package struct DuplicateIDs: Sendable {
  /// All ids, one after the other.
  private var bytes: [UInt8] = []
  /// Where the nth id ends in `bytes`.
  private var ends: [UInt64] = []
  private var places: [Place] = []
  /// Open addressing: number of an id plus 1, 0 for an empty place.
  ///
  /// A power of two, at most half full.
  private var table: [UInt32] = Array(repeating: 0, count: 1024)

  /// The line of the last article without an id, and how many of that line had none.
  private var lastUnnamed: (file: UInt32, line: UInt32, count: Int)?

  private struct Place {
    var file: UInt32
    var line: UInt32
    var site: UInt64
  }

  /// What an id is to the articles before it.
  package enum Standing: Sendable {
    /// Nobody had it before.
    case new
    /// Another file or site had it: the article's new name, and what to say about that.
    case renamed([UInt8], warning: SkippedRecord)
    /// It has none, and its line had an article before it: the article's name.
    case numbered([UInt8])
    /// Its file and site had it: the article is left out.
    case repeated(file: UInt32, line: UInt32)
  }

  package init() {}

  /// Different ids so far.
  package var count: Int { ends.count }

  /// Takes the records out of `batch` whose id their file and site had before, and names them as skipped.
  ///
  /// Batches must come in input order. `site` is a number for a record's site, 0 when it is not known.
  ///
  /// - Complexity: expected linear in the batch.
  /// - Returns: the names of the records that got one, by their index among those that stay.
  package mutating func settle(
    _ batch: inout ArticleBatch, names: InputNames, site: (ArticleRecord, ArticleBatch) -> UInt64
  ) -> [Int: [UInt8]] {
    var repeats: [SkippedRecord] = []
    var warnings = Warnings()
    var kept: [ArticleRecord] = []
    var renamed: [Int: [UInt8]] = [:]
    kept.reserveCapacity(batch.records.count)
    for record in batch.records {
      let id = batch.bytes.span.extracting(record.id.indices)
      switch settle(id, at: record.location, site: site(record, batch), names: names) {
      case .new: break
      case .numbered(let name): renamed[kept.count] = name
      case .renamed(let name, let warning):
        renamed[kept.count] = name
        warnings.add(.repeatedID, warning)
      case .repeated(let file, let line):
        repeats.append(Self.skipped(id, at: record.location, earlier: (file, line), names: names))
        continue
      }
      kept.append(record)
    }
    batch.warnings += warnings
    if kept.count < batch.records.count { batch.records = kept }
    if !repeats.isEmpty { batch.skipped = Self.merge(batch.skipped, repeats) }
    return renamed
  }

  /// Takes an article's id, empty when it has none, in input order.
  package mutating func settle(_ id: Span<UInt8>, at location: RecordLocation, site: UInt64, names: InputNames) -> Standing {
    if id.isEmpty { return number(location, names) }
    let place = Place(file: location.file, line: location.line, site: site)
    guard let earlier = insert(id, at: place) else { return .new }
    if earlier.file == location.file, names.areInMemory || earlier.site == site {
      return .repeated(file: earlier.file, line: earlier.line)
    }
    var name = Array("\(names.name(of: location.file)):".utf8)
    name.append(copying: id)
    let line = names.place(of: location)
    var count = 0
    while insert(name.span, at: place) != nil {
      // A line of a JSON array has many articles.
      count += 1
      name = Array((count == 1 ? line : "\(line)#\(count)").utf8)
    }
    let reason =
      "id \"\(String(decoding: id.prefix(80), as: UTF8.self))\" was used before, in \(names.name(of: earlier.file)):\(earlier.line); "
      + "this article is called \"\(String(decoding: name.span.prefix(200), as: UTF8.self))\"."
    return .renamed(
      name, warning: SkippedRecord(file: names.name(of: location.file), line: Int(location.line), reason: reason))
  }

  /// Articles without an id are called by their lines; where a line has several, as in a JSON array, they are counted.
  private mutating func number(_ location: RecordLocation, _ names: InputNames) -> Standing {
    if let last = lastUnnamed, last.file == location.file, last.line == location.line {
      lastUnnamed?.count += 1
      return .numbered(Array("\(names.place(of: location))#\(last.count + 1)".utf8))
    }
    lastUnnamed = (location.file, location.line, 1)
    return .new
  }

  /// What to say about an article whose id came before.
  package static func skipped(
    _ id: Span<UInt8>, at location: RecordLocation, earlier: (file: UInt32, line: UInt32), names: InputNames
  ) -> SkippedRecord {
    SkippedRecord(
      file: names.name(of: location.file), line: Int(location.line),
      reason: "id \"\(String(decoding: id.prefix(80), as: UTF8.self))\" was used before, in "
        + "\(names.name(of: earlier.file)):\(earlier.line). Give each article an id of its own.")
  }

  /// Keeps the order of lines within a file, so that messages read from top to bottom.
  private static func merge(_ skipped: [SkippedRecord], _ repeats: [SkippedRecord]) -> [SkippedRecord] {
    var merged: [SkippedRecord] = []
    var rest = repeats[...]
    for record in skipped {
      while let next = rest.first, next.file == record.file, (next.line ?? 0) < (record.line ?? .max) {
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(record)
    }
    return merged + rest
  }

  /// Remembers an id; returns where it was seen before, nil when it is new.
  private mutating func insert(_ id: Span<UInt8>, at place: Place) -> Place? {
    var slot = Int(truncatingIfNeeded: Self.hash(id)) & (table.count - 1)
    while table[slot] != 0 {
      let number = Int(table[slot] - 1)
      if isEqual(number, id) { return places[number] }
      slot = (slot + 1) & (table.count - 1)
    }
    bytes.append(copying: id)
    ends.append(UInt64(bytes.count))
    places.append(place)
    table[slot] = UInt32(ends.count)
    if ends.count * 2 > table.count { grow() }
    return nil
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

  private func isEqual(_ number: Int, _ id: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == id.count else { return false }
    for index in 0..<id.count where bytes[range.lowerBound + index] != id[index] { return false }
    return true
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 2)
    for number in 0..<ends.count {
      var slot = Int(truncatingIfNeeded: Self.hash(bytes.span.extracting(range(number)))) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(number + 1)
    }
  }

  /// Multiplies and folds 8 bytes at a time.
  private static func hash(_ id: Span<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(id.count)
    var index = 0
    while index < id.count {
      var word: UInt64 = 0
      let end = min(index + 8, id.count)
      while index < end {
        word = word << 8 | UInt64(id[index])
        index += 1
      }
      let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      state = product.high ^ product.low ^ word
    }
    let product = state.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
