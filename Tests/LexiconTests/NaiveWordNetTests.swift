import Foundation
import TestSupport
import Testing

@testable import Lexicon

/// WordNet's files, read as their manual pages say (wndb(5WN)), a line at a time from random places.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct NaiveWordNetTests {
  private static let folder = Lexicon.standard.folder ?? ""
  private static let letters: [PartOfSpeech: String] = [.noun: "n", .verb: "v", .adjective: "as", .adverb: "r"]

  /// The first whole line behind a random place of a file.
  private static func randomLine(_ name: String, _ generator: inout SeededGenerator) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: "\(folder)/\(name)"))
    defer { try? file.close() }
    let size = try Int(file.seekToEnd())
    try file.seek(toOffset: UInt64(generator.below(max(1, size - (1 << 15)))))
    let lines = String(decoding: try file.read(upToCount: 1 << 15) ?? Data(), as: UTF8.self).split(separator: "\n")
    return String(try #require(lines.dropFirst().first { !$0.hasPrefix(" ") }))
  }

  private static func line(_ name: String, at offset: Int) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: "\(folder)/\(name)"))
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(offset))
    return String(String(decoding: try file.read(upToCount: 1 << 15) ?? Data(), as: UTF8.self).prefix { $0 != "\n" })
  }

  private static func pos(_ letter: Substring) -> PartOfSpeech? { letters.first { $0.value.contains(letter) }?.key }

  @Test(arguments: PartOfSpeech.allCases) func `lemmas have the synsets that their line lists, in its order`(pos: PartOfSpeech)
    throws
  {
    let wordNet = try #require(WordNet(folder: Self.folder))
    var generator = SeededGenerator(Int(pos.rawValue))
    for _ in 0..<40 {
      let fields = try Self.randomLine("index.\(pos.fileName)", &generator).split(separator: " ")
      let count = try #require(Int(fields[2]))
      let key = Array(fields[0].utf8)
      #expect(wordNet.contains(key, pos))
      #expect(wordNet.synsets(of: key, pos).map(\.offset) == fields.suffix(count).map { Int($0) }, "\(fields[0])")
      #expect(wordNet.synsets(of: key, pos).allSatisfy { $0.pos == pos })
      for stranger in [key + Array("_zq".utf8), Array("zq".utf8) + key, Array(key.dropLast()) + [0x7E]] {
        #expect(wordNet.synsets(of: stranger, pos).isEmpty && !wordNet.contains(stranger, pos))
      }
    }
  }

  @Test(arguments: PartOfSpeech.allCases) func `synsets have the words and pointers of their line`(pos: PartOfSpeech) throws {
    let wordNet = try #require(WordNet(folder: Self.folder))
    var generator = SeededGenerator(10 + Int(pos.rawValue))
    let kinds: [Substring: Synset.Kind] = [
      "!": .antonym, "@": .hypernym, "@i": .instanceHypernym, "&": .similar, "+": .derivation, "\\": .pertainym, "^": .also,
    ]
    for _ in 0..<40 {
      let line = try Self.randomLine("data.\(pos.fileName)", &generator)
      let fields = line.split(separator: " ")
      let offset = try #require(UInt32(fields[0]))
      let synset = try #require(wordNet.synset(SynsetID(pos, offset: offset)))
      #expect(synset.isSatellite == (fields[2] == "s"))
      let count = try #require(Int(fields[3], radix: 16))
      let words = (0..<count).map { fields[4 + 2 * $0].lowercased().prefix { $0 != "(" } }
      #expect(synset.words == words.map(String.init))
      let first = 4 + 2 * count
      var pointers: [String] = []
      for number in 0..<(try #require(Int(fields[first]))) {
        let pointer = fields[first + 1 + 4 * number..<first + 5 + 4 * number].map { $0 }
        guard let kind = kinds[pointer[0]] else { continue }
        let places = try #require(Int(pointer[3], radix: 16))
        let target = try #require(Int(pointer[1]))
        let letter = try #require(Self.pos(pointer[2]))
        pointers.append(
          "\(kind) \(target) \(letter) \(places / 256) \(places % 256)")
      }
      #expect(
        synset.pointers.map { "\($0.kind) \($0.target.offset) \($0.target.pos) \($0.sourceWord) \($0.targetWord)" } == pointers)
      // What a pointer leads to is there, and the words it names.
      for pointer in synset.pointers {
        let target = try #require(wordNet.synset(pointer.target), "\(line)")
        #expect(Int(pointer.targetWord) <= target.words.count && Int(pointer.sourceWord) <= words.count)
      }
      var gloss: [String] = []
      wordNet.forEachGlossWord(of: synset, pos) { gloss.append(String(decoding: $0, as: UTF8.self)) }
      let definition = line[line.index(after: try #require(line.firstIndex(of: "|")))...].prefix { $0 != "\"" }
      #expect(gloss == definition.lowercased().split { !($0.isASCII && $0.isLetter) }.map(String.init))
    }
  }

  @Test(arguments: PartOfSpeech.allCases) func `irregular forms have the bases of their line, and are found by them`(
    pos: PartOfSpeech
  ) throws {
    let wordNet = try #require(WordNet(folder: Self.folder))
    let text = try String(contentsOf: URL(filePath: "\(Self.folder)/\(pos.fileName).exc"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let lemmatizer = Lemmatizer(lexicon: .standard)
    for number in Swift.stride(from: 0, to: lines.count, by: max(1, lines.count / 60)) {
      let (form, bases) = (lines[number][0], Array(lines[number].dropFirst()))
      let found = wordNet.irregularBases(of: Array(form.utf8), pos)
      // A form may have several lines; one of them is found.
      let all = lines.filter { $0[0] == form }.map { Array($0.dropFirst()) }
      #expect(all.contains(found), "\(form): \(found), not \(bases)")
      let known = found.filter { wordNet.contains(Lemmatizer.key($0), pos) }
      let lemmas = lemmatizer.bases(of: form).filter { $0.pos == pos }.map(\.text)
      #expect(Set(lemmas).isSuperset(of: known), "\(form): \(lemmas)")
    }
  }

  @Test(arguments: [0, 1, 7, 4_000, 99_999_998]) func `where no synset stands there is none`(offset: UInt32) throws {
    let wordNet = try #require(WordNet(folder: Self.folder))
    for pos in PartOfSpeech.allCases {
      let id = SynsetID(pos, offset: offset)
      #expect(id.offset == Int(offset) && id.pos == pos)
      #expect(wordNet.synset(id) == nil)
    }
  }
}
