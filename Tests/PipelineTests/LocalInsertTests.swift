import TestSupport
import Testing

@testable import Pipeline

/// Columns that each paper prints with a sentence of its own.
@Suite struct LocalInsertTests {
  private static let column = [
    """
    Nobody warns you that a garden keeps accounts. You plant a row of beans in spring, full of good intentions, and by the end of summer it \
    presents you with a bill that is taller than you are. My wife says that I should have read the packet, and my neighbour says that the \
    packet lies. Both of them come over in the evening to watch me climb the ladder.
    """,
    """
    The trouble with beans is that they do not know when to stop. A carrot minds its own business under the ground, and a lettuce has the \
    decency to be eaten by something before you have to deal with it. Beans go on. I have given them to friends, to strangers and to a man \
    who only wanted to read the meter. He has not been back, and the meter is still where it was.
    """,
    """
    Next year I shall plant potatoes, because potatoes wait. You can forget a potato for weeks and it will not hold that against you. I told \
    the beans so this morning, in a firm voice, and one of them fell on my head.
    """,
  ]
  private static let inserts = [
    "Readers in Dunmore Heights can tell their own stories at the Saturday market on Fulton Street, as the Petersons did last year.",
    "In Sorrel Valley the Grange Hall collects spare beans on Tuesdays, and Marta Quist of the food bank will be glad of yours.",
  ]

  private func text(_ insert: Int, behind paragraph: Int) -> String {
    var paragraphs = Self.column
    paragraphs.insert(Self.inserts[insert], at: paragraph)
    return paragraphs.joined(separator: "\\n\\n")
  }

  @Test(arguments: 1...3) func `one of two copies stays`(place: Int) throws {
    let folder = try Folder()
    let file = try folder.file("in.jsonl", [record("a", text(0, behind: place)), record("b", text(1, behind: place))])
    #expect(try Deduplication([file]).kept.count == 1)
  }

  @Test func `what differs at the beginning is an article of its own`() throws {
    let folder = try Folder()
    let file = try folder.file("in.jsonl", [record("a", text(0, behind: 0)), record("b", text(1, behind: 0))])
    #expect(try Deduplication([file]).kept.count == 2)
  }
}
