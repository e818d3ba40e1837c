import Foundation
import Newsprint
import TestSupport
import Testing

/// The examples of the documentation, compiled and run: each ```` ```swift ```` block of a comment stands in this file, line for
/// line.
struct ExampleTests {
  @Test func `article`() {
    let wire = Article(id: "wire-1", text: "The harbour of Velmora was closed on Monday.", outlet: "Velmora Herald")
    #expect(wire.title == nil)
  }

  @Test func `error`() {
    do {
      _ = try Detector().stories(in: ["no-such-batch.jsonl"])
    } catch {
      if error.code == .input { print(error.location?.file ?? "-", error.advice) }
    }
    #expect { try Detector().stories(in: ["no-such-batch.jsonl"]) } throws: { error in
      let error = error as? NewsprintError
      return error?.code == .input && error?.location?.file == "no-such-batch.jsonl" && error?.advice.isEmpty == false
    }
  }

  @Test func `cancellation`() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let clusters = try? Detector().stories([Article(id: "1", text: "A text.")], cancellation: cancellation)
    // clusters is nil
    #expect(clusters == nil)
  }

  @Test func `options`() throws {
    var options = Options()
    options.keep = .longest
    options.fields.text = "body"
    let detector = try Detector(options)
    #expect(detector.options.keep == .longest)
  }

  @Test func `detector`() throws {
    let detector = try Detector()
    let comparison = detector.compare(
      Article(text: "The minister said the bridge will open on Monday."),
      Article(text: "The minister said the bridge will open on Friday."))
    for finding in comparison.findings { print(finding.severity, finding.message) }
    #expect(!comparison.findings.isEmpty)
  }

  @Test func `stories`() throws {
    let articles = [
      Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
      Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
    ]
    for membership in try Detector().stories(articles).memberships {
      print(membership.article, membership.role, "of", membership.original)
    }
    #expect(try Detector().stories(articles).stories.count == 1)
  }

  @Test func `duplicates`() throws {
    let articles = [
      Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
      Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell on a barge."),
    ]
    print(Array(try Detector().duplicates(articles).kept))
    #expect(try Detector().duplicates(articles).kept.count == 1)
  }

  @Test func `clustering`() throws {
    let clusters = try Detector().stories([
      Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell."),
      Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell."),
    ])
    for story in clusters.stories where story.members.count > 1 { print(story.id, story.original) }
    #expect(clusters.stories.count == 1)
  }

  @Test func `deduplication`() throws {
    let result = try Detector().duplicates([
      Article(id: "1", text: "The harbour of Velmora was closed on Monday after a crane fell."),
      Article(id: "2", text: "The harbour of Velmora was closed on Monday after a crane fell."),
    ])
    for duplicate in result.dropped { print(duplicate.article, "duplicates", duplicate.original) }
    #expect(result.dropped.count == 1)
  }

  @Test func `comparison`() throws {
    let comparison = try Detector().compare(
      Article(text: "The minister said the bridge will open on Monday."),
      Article(text: "The minister said the bridge will not open on Monday."))
    print(comparison.relation, comparison.measures.resemblance)
    #expect(comparison.findings.contains { $0.category == .negation })
  }

  @Test func `flags`() throws {
    let report = try Detector().flags(Article(text: "As an AI language model, I cannot browse the news."))
    for flag in report.flags { print(flag.name, flag.text) }
    #expect(!report.flags.isEmpty)
  }

  @Test func `fingerprint`() throws {
    let detector = try Detector()
    let wire = detector.fingerprint("The harbour of Velmora was closed on Monday after a crane fell.")
    let copy = detector.fingerprint("The harbour of Velmora was closed on Monday, after a crane fell!")
    print(try wire.resemblance(to: copy))  // 1.0
    #expect(try wire.resemblance(to: copy) == 1)
  }

  @Test func `signature`() throws {
    let print = try Detector().fingerprint("The harbour of Velmora was closed on Monday after a crane fell.")
    assert(print.signature.count == print.parameters.permutations)
    #expect(print.signature.count == print.parameters.permutations)
  }

  @Test func `explanation`() {
    for explanation in Explanation.all { print(explanation.name, explanation.definition) }
    #expect(!Explanation.all.isEmpty && Explanation.all.allSatisfy { !$0.name.isEmpty && !$0.definition.isEmpty })
  }

  @Test func `every example of the documentation stands here`() throws {
    let here = lines(try String(contentsOfFile: #filePath, encoding: .utf8))
    let folder = Project.folder.appending(path: "Sources/Newsprint")
    var examples = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for example in source.components(separatedBy: "/// ```swift\n").dropFirst() {
        let block = lines(example.components(separatedBy: "/// ```\n")[0])
        examples += 1
        let found = here.indices.contains { here[$0...].starts(with: block) }
        #expect(found, "\(name): \(block.joined(separator: "\n"))")
      }
    }
    #expect(examples >= 12)
  }

  @Test func `the program of the README is the one that is built and run`() throws {
    let readme = try String(contentsOf: Project.folder.appending(path: "README.md"), encoding: .utf8)
    let program = try String(
      contentsOf: Project.folder.appending(path: "Tests/Consumer/Sources/Consumer/main.swift"), encoding: .utf8)
    #expect(readme.contains("```swift\n" + program + "```"))
    #expect(program.split(separator: "\n").count <= 10)
  }

  /// Without comment marks, indentation and blank lines.
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      let bare = line.drop { $0 == " " }
      return String((bare.hasPrefix("///") ? bare.dropFirst(3) : bare).drop { $0 == " " })
    }.filter { !$0.isEmpty }
  }
}
