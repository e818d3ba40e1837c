/// WordNet 3.0 (Miller 1995, 10.1145/219717.219748), read in place from the files of the distribution.
///
/// Nothing is copied: the index and the exceptions are found by hash in the mapped files, and synsets are parsed when asked for.
/// Safe to use from many threads; caching is the business of ``LexiconSession``.
package struct WordNet: Sendable {
  private let parts: [Part]

  private struct Part: Sendable {
    let index: IndexedFile
    let data: MappedFile
    let exceptions: IndexedFile?
  }

  /// A file of sorted lines and where they are.
  private struct IndexedFile: Sendable {
    private let file: MappedFile
    private let lines: LineIndex

    init?(path: String) {
      guard let file = MappedFile(path: path) else { return nil }
      self.file = file
      lines = file.withSpan { LineIndex($0) }
    }

    func contains(_ key: [UInt8]) -> Bool { file.withSpan { lines.contains(key, in: $0) } }

    /// Calls `body` with the line whose first field is `key`; nil when there is none.
    func withLine<Result>(_ key: [UInt8], _ body: (Span<UInt8>, Range<Int>) -> Result) -> Result? {
      file.withSpan { bytes in lines.find(key, in: bytes).map { body(bytes, $0) } }
    }
  }

  /// Opens the files of `folder`; nil when an index or data file is missing or the folder is no WordNet.
  package init?(folder: String) {
    var parts: [Part] = []
    for pos in PartOfSpeech.allCases {
      guard let index = IndexedFile(path: "\(folder)/index.\(pos.fileName)"),
        let data = MappedFile(path: "\(folder)/data.\(pos.fileName)")
      else { return nil }
      parts.append(Part(index: index, data: data, exceptions: IndexedFile(path: "\(folder)/\(pos.fileName).exc")))
    }
    self.parts = parts
  }

  /// The folder that `WNSEARCHDIR` names; nil when it names none.
  package static var askedFolder: String? { environmentValue("WNSEARCHDIR") }

  /// The folders that are looked at, in order: `WNSEARCHDIR`, Debian's, WordNet's own installer's.
  package static var defaultFolders: [String] {
    [environmentValue("WNSEARCHDIR"), "/usr/share/wordnet", "/usr/local/WordNet-3.0/dict"].compactMap { $0 }
  }

  /// The synsets of a lower-case lemma (underscores in collocations), most frequent sense first; empty when it has none.
  package func synsets(of lemma: [UInt8], _ pos: PartOfSpeech) -> [SynsetID] {
    parts[Int(pos.rawValue)].index.withLine(lemma) { bytes, line in
      var reader = FieldReader(line)
      reader.skip(2, in: bytes)
      var synsets: [SynsetID] = []
      guard let count = reader.number(in: bytes), let pointerCount = reader.number(in: bytes) else { return synsets }
      reader.skip(pointerCount + 2, in: bytes)
      for _ in 0..<count {
        guard let offset = reader.number(in: bytes) else { break }
        synsets.append(SynsetID(pos, offset: UInt32(offset)))
      }
      return synsets
    } ?? []
  }

  /// True when the lemma is in the index of that word class.
  package func contains(_ lemma: [UInt8], _ pos: PartOfSpeech) -> Bool {
    parts[Int(pos.rawValue)].index.contains(lemma)
  }

  /// The base forms that the exception list gives for an irregular form ("fell": "fall").
  package func irregularBases(of word: [UInt8], _ pos: PartOfSpeech) -> [String] {
    parts[Int(pos.rawValue)].exceptions?.withLine(word) { bytes, line in
      var reader = FieldReader(line)
      reader.skip(1, in: bytes)
      var bases: [String] = []
      while let field = reader.next(in: bytes) { bases.append(text(bytes, field)) }
      return bases
    } ?? []
  }

  /// The synset with that id, or nil where the data file has none.
  package func synset(_ id: SynsetID) -> Synset? {
    parts[Int(id.pos.rawValue)].data.withSpan { Synset.read(at: id.offset, in: $0) }
  }

  /// Calls `body` with the letters of each word of a synset's definition, lower case; the quoted examples are left out.
  package func forEachGlossWord(of synset: Synset, _ pos: PartOfSpeech, _ body: ([UInt8]) -> Void) {
    parts[Int(pos.rawValue)].data.withSpan { bytes in
      guard synset.gloss.upperBound <= bytes.count else { return }
      var letters: [UInt8] = []
      for index in synset.gloss {
        let byte = bytes[index] | 0x20
        if bytes[index] == UInt8(ascii: "\"") { break }
        if byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") {
          letters.append(byte)
        } else if !letters.isEmpty {
          body(letters)
          letters.removeAll(keepingCapacity: true)
        }
      }
      if !letters.isEmpty { body(letters) }
    }
  }

  private func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var letters: [UInt8] = []
    for index in range { letters.append(bytes[index]) }
    return String(decoding: letters, as: UTF8.self)
  }
}
