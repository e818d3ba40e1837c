import Foundation
import GRDB
import Pipeline
import TestSupport
import Testing

@testable import Index

/// Where articles go: stories, versions, scopes, windows.
@Suite struct StoryTests {
  @Test func `a copy joins the story, whose id stays`() throws {
    let index = try Place().open()
    try index.add([record("a", text(1)), record("b", text(2))])
    let story = try #require(try index.article("a")?.story)
    let summary = try index.add([record("c", edited(text(1), every: 20, seed: 1)), record("d", text(3))])
    #expect(summary.new == 2 && summary.joined == 1)
    let stored = try #require(try index.story(story))
    #expect(stored.members.map(\.id) == ["a", "c"])
    #expect(stored.members.map(\.role) == [.original, .edited])
    #expect(stored.members[1].parent == "a")
    #expect(try index.article("d")?.story != story)
  }

  @Test func `a new version replaces the old one and stays in its story`() throws {
    let index = try Place().open()
    try index.add([record("a", text(1))])
    let first = try #require(try index.article("a"))
    let same = try index.add([record("a", text(1))])
    #expect(same.known == 1 && same.new == 0 && same.updated == 0)
    let newer = edited(text(1), every: 15, seed: 1)
    let summary = try index.add([record("a", newer)])
    #expect(summary.updated == 1)
    let second = try #require(try index.article("a"))
    #expect(second.story == first.story && second.version == 2)
    #expect(String(decoding: second.text, as: UTF8.self) == newer)
    #expect(try index.article("a", version: 1)?.record == first.record)
    // Back to the first text is a third version.
    #expect(try index.add([record("a", text(1))]).updated == 1)
    #expect(try index.article("a")?.versions == 3)
    #expect(try index.problems() == [])
  }

  @Test func `versions in one batch follow each other`() throws {
    let index = try Place().open()
    let texts = (0..<4).map { edited(text(1), every: 12, seed: $0) }
    let summary = try index.add(texts.map { record("a", $0) } + [record("a", texts[3])])
    #expect(summary.new == 1 && summary.updated == 3 && summary.known == 1)
    #expect(try index.article("a").map { String(decoding: $0.text, as: UTF8.self) } == texts[3])
    #expect(try index.problems() == [])
  }

  @Test func `an article that two stories come from makes them one, and the other id leads to it`() throws {
    let index = try Place().open()
    let a = text(1, words: 100), b = text(2, words: 100)
    // Each half a text that the third is made of: copies of parts.
    try index.add([record("a", a), record("b", b)])
    let stories = try ["a", "b"].map { try #require(try index.article($0)?.story) }
    #expect(stories[0] != stories[1])
    try index.write { database in
      let numbers = try stories.map { id in
        try #require(try Int64.fetchOne(database, sql: "SELECT number FROM story WHERE id = ?", arguments: [id]))
      }
      try Settlement(database, scope: "").merge(numbers[1], into: numbers[0])
    }
    #expect(try index.story(stories[1])?.id == stories[0])
    #expect(try index.story(stories[0])?.aliases == [stories[1]])
    #expect(try index.story(stories[0])?.members.map(\.id) == ["a", "b"])
    #expect(try index.problems() == [])
  }

  @Test func `an id that a grown story has is not given again`() throws {
    let index = try Place().open()
    try index.add([record("a", text(1))])
    let story = try #require(try index.article("a")?.story)
    try index.add([record("a", edited(text(1), every: 15, seed: 1))])
    // Another scope, the same content: the same id, of another story.
    try index.add([record("a", text(1))], scope: "private")
    #expect(try index.article("a", scope: "private")?.story == story)
    #expect(try index.story(story)?.members.count == 2)
    #expect(try index.story(story, scope: "private")?.members.count == 1)
  }

  @Test func `scopes see nothing of each other`() throws {
    let index = try Place().open()
    try index.add([record("secret", text(1))], scope: "private")
    let answer = try #require(try index.ask([record("q", text(1))]).first)
    #expect(answer.story == nil && answer.parent == nil && answer.role == .single)
    #expect(try index.add([record("public", text(1))]).joined == 0)
    #expect(try index.story(index.article("public")?.story ?? "")?.members.map(\.id) == ["public"])
    #expect(try index.article("secret") == nil)
    #expect(try index.ask([record("q", text(1))], scope: "private").first?.parent == "secret")
    #expect(try index.stories(since: 0).count == 1)
    #expect(try index.removeAll(["secret"]) == ["secret"])
    #expect(try index.removeAll(["secret"], scope: "private") == [])
    #expect(try index.problems() == [])
  }

  @Test func `a copy out of the window is new`() throws {
    let index = try Place().open()
    try index.add([record("a", text(1), published: "2026-01-01T00:00:00Z")])
    let copy = record("b", text(1), published: "2026-02-01T00:00:00Z")
    #expect(try index.ask([copy], window: 7 * 86_400).first?.story == nil)
    #expect(try index.ask([copy], window: 60 * 86_400).first?.parent == "a")
    #expect(try index.ask([record("c", text(1))], window: 7 * 86_400).first?.parent == "a")
    #expect(try index.add([copy], window: 7 * 86_400).joined == 0)
  }

  @Test func `a story that many copies are of is found still`() throws {
    let index = try Place().open()
    let original = text(1)
    // More than a key may have articles.
    for part in 0..<4 {
      try index.add((0..<60).map { record("c\(part)-\($0)", edited(original, every: 40, seed: part * 60 + $0)) })
    }
    #expect(try index.clusters().count == 1)
    #expect(try index.ask([record("q", edited(original, every: 25, seed: 999))]).first?.story != nil)
    #expect(try index.problems() == [])
  }

  @Test func `copies are found when their original is gone`() throws {
    let index = try Place().open()
    try index.add([record("a", text(1))])
    try index.add([record("b", text(1))])
    try index.add([record("c", text(1))])
    #expect(try index.removeAll(["a"]) == [])
    let story = try #require(try index.story(index.article("b")?.story ?? ""))
    #expect(story.members.map(\.id) == ["b", "c"])
    #expect(story.members.first?.role == .original)
    #expect(try index.ask([record("q", edited(text(1), every: 4, seed: 3))]).first?.story == story.id)
    #expect(try index.removeAll(["c", "nobody"]) == ["nobody"])
    #expect(try index.article("b")?.role == .single)
    #expect(try index.removeAll(["b"]) == [])
    #expect(try index.story(story.id) == nil)
    let left = try index.statistics()
    #expect(left.articles == 0 && left.stories == 0 && left.events == 0)
    #expect(try index.problems() == [])
  }

  @Test func `articles are removed by their day`() throws {
    let index = try Place().open()
    try index.add([
      record("old", text(1), published: "2025-12-31T23:59:59Z"), record("new", text(2), published: "2026-01-01T00:00:00Z"),
      record("undated", text(3)),
    ])
    #expect(try index.remove(before: 1_767_225_600, context: twoThreads) == 1)
    #expect(try index.article("old") == nil)
    #expect(try index.statistics().articles == 2)
  }

  @Test func `stories are listed by when they changed, page by page`() throws {
    let index = try Place().open()
    try index.add((0..<25).map { record("a\($0)", text($0)) })
    var listed: [String] = []
    var last: (Int64, Int64) = (0, 0)
    while case let page = try index.stories(since: last.0, after: last.1, limit: 7), let end = page.last {
      listed += page.map(\.id)
      last = (end.changed, end.number)
    }
    #expect(Set(listed).count == 25 && listed.count == 25)
    #expect(try index.stories(since: .max / 2).isEmpty)
  }

  @Test func `asking changes nothing`() throws {
    let place = try Place()
    let index = try place.open()
    try index.add(batch(stories: 10, seed: 1))
    let before = try index.statistics()
    _ = try index.ask(batch(stories: 12, seed: 1))
    let after = try index.statistics()
    #expect(before.articles == after.articles && before.fileBytes == after.fileBytes && before.postings == after.postings)
  }

  @Test func `an article of no word is kept and found by its id`() throws {
    let index = try Place().open()
    #expect(try index.add([record("a", "..."), record("b", "...")]).new == 2)
    #expect(try index.article("a") != nil && index.article("b") != nil)
    #expect(try index.problems() == [])
  }

  @Test func `records come back byte for byte, ids as they were`() throws {
    let index = try Place().open()
    let line = "{ \"id\" : 17,  \"text\": \"\(text(1))\", \"extra\": [1, {\"a\": null}], \"published\": \"2026-01-01\" }"
    try index.add([line])
    let article = try #require(try index.article("17"))
    #expect(String(decoding: article.record, as: UTF8.self) == line)
    #expect(!article.idIsText)
    #expect(article.published == 1_767_225_600)
  }
}
