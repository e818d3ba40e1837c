import Stories
import TestSupport
import Testing

@testable import Pipeline

/// What the verified pairs say of a story's articles and of their neighbours, against a look at every pair.
@Suite struct StoryLinksTests {
  private struct World {
    let count: Int
    var edges: [StoryEdge] = []
    var stories: [UInt32]

    init(_ seed: Int) {
      var generator = SeededGenerator(seed)
      count = 2 + generator.below(16)
      stories = (0..<count).map { _ in UInt32(generator.below(4)) }
      for first in 0..<count {
        for second in first + 1..<count where generator.below(3) == 0 {
          var edge = StoryEdge(
            first: UInt32(first), second: UInt32(second), similarity: Float(1 + generator.below(8)) / 8,
            verdict: generator.pick([.story, .story, .event, .followUp, .template, .unrelated]), vote: 1)
          edge.drawsOn = generator.below(6) == 0
          edges.append(edge)
        }
      }
      edges.shuffle(using: &generator)
    }

    /// The similarity that holds two articles of one story together; 0 for none.
    func link(_ a: Int, _ b: Int) -> Float {
      if a == b { return 1 }
      let edge = edges.first { [$0.first, $0.second] == [UInt32(min(a, b)), UInt32(max(a, b))] }
      guard let edge, edge.verdict == .story, !edge.drawsOn, stories[a] == stories[b] else { return 0 }
      return edge.similarity
    }

    /// The others that an article is linked to, whatever the link is, forms left out; the most similar first.
    func neighbours(_ article: Int) -> [UInt32] {
      let linked = edges.filter { $0.verdict != .template && $0.verdict != .unrelated }.compactMap { edge -> (Float, UInt32)? in
        edge.first == UInt32(article)
          ? (edge.similarity, edge.second) : edge.second == UInt32(article) ? (edge.similarity, edge.first) : nil
      }
      return linked.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    }
  }

  @Test(arguments: 0..<60) func `links are those of pairs that are one story`(seed: Int) {
    let world = World(seed)
    let links = StoryLinks(world.edges, stories: world.stories)
    for a in 0..<world.count {
      for b in 0..<world.count { #expect(links.similarity(UInt32(a), UInt32(b)) == world.link(a, b)) }
    }
  }

  @Test(arguments: 0..<60) func `a story is as weak as the article with the weakest best link`(seed: Int) {
    var generator = SeededGenerator(seed)
    let world = World(seed)
    let links = StoryLinks(world.edges, stories: world.stories)
    for _ in 0..<8 {
      let places = (0..<1 + generator.below(5)).map { _ in generator.below(world.count) }
      let distinct = Set(places)
      let expected = distinct.map { place in distinct.filter { $0 != place }.map { world.link(place, $0) }.max() ?? 1 }.min() ?? 1
      #expect(links.weakest(places.map { UInt32($0) }) == expected, "\(places)")
    }
  }

  @Test(arguments: 0..<60) func `neighbours come by likeness, and strangers among them are told`(seed: Int) {
    let world = World(seed)
    let linked = LinkedArticles(world.edges, count: world.count)
    for article in 0..<world.count {
      let neighbours = world.neighbours(article)
      #expect(linked.neighbours(article) == neighbours)
      for most in [2, 3, 8] {
        let closest = neighbours.prefix(most)
        let areStrangers = closest.contains { first in
          closest.contains { $0 != first && !world.neighbours(Int(first)).contains($0) }
        }
        #expect(linked.hasStrangers(article, within: most) == areStrangers, "\(article) among \(most)")
      }
    }
  }
}
