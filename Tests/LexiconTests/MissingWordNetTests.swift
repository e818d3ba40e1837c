import FoundationEssentials
import Lexicon
import TestSupport
import Testing

/// What happens without WordNet, and with one that is damaged.
struct MissingWordNetTests {
  private static let standardFolder = "/usr/share/wordnet"

  @Test func `without WordNet the own lists go on working`() {
    let lexicon = Lexicon(folders: ["/nonexistent", ""])
    #expect(!lexicon.hasWordNet && lexicon.folder == nil)
    let session = LexiconSession(lexicon)
    #expect(session.relation("rise", "fall").isCuratedOpposite)
    #expect(session.relation("soar", "plunge").isOpposite)
    #expect(session.relation("rises", "falling").isCuratedOpposite)
    #expect(session.relation("running", "runs").isSameWord)
    #expect(session.relation("unhurt", "hurt").isPrefixAntonym)
    #expect(!session.isKnown(session.id(for: "city")))
    #expect(session.relation("city", "banana").isUnrelated)
  }

  @Test func `a folder without the files is no WordNet`() throws {
    let folder = try Folder()
    #expect(WordNet(folder: folder.path) == nil)
  }

  @Test func `the first folder that holds a WordNet is taken`() throws {
    try #require(WordNet(folder: Self.standardFolder) != nil)
    let lexicon = Lexicon(folders: ["/nonexistent", Self.standardFolder])
    #expect(lexicon.folder == Self.standardFolder)
  }

  /// Every way of damage keeps the words that are asked for in the files' reach: cut short, bytes overwritten, empty, one line.
  @Test(arguments: 0..<9)
  func `damaged files give fewer relations and no crash`(seed: Int) throws {
    let folder = try Folder()
    var random = SeededGenerator(seed)
    for (name, bytes) in Self.files {
      guard let bytes else { return }
      _ = try folder.file(name, Array(damage(bytes, seed, &random)))
    }
    let session = LexiconSession(Lexicon(folders: [folder.path]))
    let words = ["rise", "fell", "worst", "abandon", "quickly", "entity"]
    for first in words {
      for second in words {
        #expect(session.relation(first, second).reversed == session.relation(second, first))
      }
    }
  }

  /// The first 128 KiB of each file, which holds some of the words that are asked for: what is read is read in one way.
  private static let files = ["noun", "verb", "adj", "adv"].flatMap { ["index.\($0)", "data.\($0)", "\($0).exc"] }.map { name in
    (name, FileManager.default.contents(atPath: "\(standardFolder)/\(name)").map { Data($0.prefix(1 << 17)) })
  }

  private func damage(_ bytes: Data, _ kind: Int, _ random: inout SeededGenerator) -> Data {
    var bytes = Data(bytes)
    switch kind {
    case 0: return Data()
    case 1: return bytes.prefix(4096)
    case 2: return Data("\n\n\n".utf8)
    case 3: return Data(bytes.filter { $0 != 0x0A })
    case 4: return Data(bytes.map { $0 == 0x20 ? 0x0A : $0 })
    case 5: return Data(bytes.map { $0 >= 0x30 && $0 <= 0x39 ? 0x39 : $0 })
    default:
      for _ in 0..<bytes.count / (kind * 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      return kind % 2 == 0 ? bytes : bytes.prefix(bytes.count / 2 + 7)
    }
  }
}
