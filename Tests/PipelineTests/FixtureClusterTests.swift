import Stories
import TestSupport
import Testing

@testable import Pipeline

@Suite struct FixtureClusterTests {
  private func scores(_ key: (Clustering.Place) -> String, _ truth: (Fixture.Label) -> String) throws -> ClusterScores {
    let places = try FixtureRuns.clustering.places
    var predicted: [String: Int] = [:], known: [String: Int] = [:]
    let labels = try Fixture.labels().map { label -> (predicted: Int, truth: Int) in
      let place = try #require(places[label.id], "\(label.id) has a place")
      let mine = predicted[key(place), default: predicted.count], theirs = known[truth(label), default: known.count]
      predicted[key(place)] = mine
      known[truth(label)] = theirs
      return (mine, theirs)
    }
    return ClusterScores(labels)
  }

  /// A floor, not a target: what was reached when this was written, less a margin for changes that trade one pair for another.
  @Test func `stories of the fixtures are found`() throws {
    // Reached: .934.
    let scores = try scores(\.story, \.cluster)
    #expect(
      scores.pairs.f1 >= 0.90,
      "pairwise F1 \(scores.pairs.f1), precision \(scores.pairs.precision), recall \(scores.pairs.recall)")
  }

  @Test func `events of the fixtures are found`() throws {
    // Reached: .884.
    let scores = try scores(\.event, \.event)
    #expect(
      scores.pairs.f1 >= 0.85,
      "pairwise F1 \(scores.pairs.f1), precision \(scores.pairs.precision), recall \(scores.pairs.recall)")
  }

  @Test func `recurring forms are merged into no story`() throws {
    let places = try FixtureRuns.clustering.places
    let labels = try Fixture.labels()
    let forms = labels.filter { $0.note?.hasPrefix("form:") ?? false }
    #expect(forms.count >= 8)
    for form in forms {
      let others = labels.filter { $0.cluster != form.cluster && places[$0.id]?.story == places[form.id]?.story }.map(\.id)
      #expect(others.isEmpty, "\(form.id) with \(others)")
    }
  }

  @Test func `each story lies inside one event, and its size and original are true`() throws {
    let clustering = try FixtureRuns.clustering
    for members in clustering.stories.values {
      let places = members.compactMap { clustering.places[$0] }
      #expect(Set(places.map(\.event)).count == 1)
      #expect(places.allSatisfy { $0.size == members.count })
      #expect(Set(places.map(\.original)).count == 1 && members.contains(places[0].original))
      #expect(places.allSatisfy { (0...1.0001).contains($0.similarity) && (0...1.0001).contains($0.weakest) })
      if members.count == 1 {
        #expect(places[0].role == .single || places[0].role == .composite)
      } else {
        #expect(clustering.places[places[0].original]?.role == .original)
        #expect(places.count { $0.role == .original } == 1)
        #expect(places[0].weakest > 0, "every member was verified with another: \(members)")
      }
    }
  }

  @Test func `a story has the same id alone as in the batch`() throws {
    let whole = try FixtureRuns.clustering
    let lines = try Fixture.lines("batch.jsonl"), labels = try Fixture.labels()
    let folder = try Folder()
    var compared = 0
    for members in whole.stories.values.sorted(by: { $0[0] < $1[0] }) {
      let own = zip(lines, labels).filter { members.contains($0.1.id) }.map(\.0)
      let alone = try Clustering([folder.file("own.jsonl", own)], roles: .none)
      // Alone a batch has other statistics; the id is the same whenever the members are.
      guard alone.stories.count == 1 else { continue }
      compared += 1
      #expect(alone.places[members[0]]?.story == whole.places[members[0]]?.story)
    }
    #expect(compared > whole.stories.count * 8 / 10)
  }

  @Test func `ids depend on the text and on nothing else`() throws {
    let folder = try Folder()
    let text = randomText(words: 80, vocabulary: 900, seed: 1), other = randomText(words: 80, vocabulary: 900, seed: 2)
    let first = try Clustering([folder.file("a.jsonl", [record("x", text), record("y", other)])])
    let second = try Clustering([
      folder.file("b.jsonl", [record("y", other, published: "2020-01-01"), record("z", text, source: "Ledger")])
    ])
    #expect(first.places["x"]?.story == second.places["z"]?.story)
    #expect(first.places["y"]?.story == second.places["y"]?.story)
    #expect(first.places["x"]?.story != first.places["y"]?.story)
    #expect(first.places["x"]?.story.count == 16)
  }

  @Test func `an article with no word never matches`() throws {
    let folder = try Folder()
    let lines = ["***", "***", "...", " . ", "\\u3002", "storm"].enumerated().map { record("\($0.offset)", $0.element) }
    let file = try folder.file("empty.jsonl", lines)
    for level in DedupeLevel.allCases { #expect(try Deduplication([file], level: level).dropped.isEmpty) }
    #expect(try Clustering([file]).places.values.allSatisfy { $0.size == 1 && $0.role == .single })
  }
}
