internal import Copies

/// Originals and roles by verified copies and dates alone, without reading the texts again.
struct PlainRoles {
  let batch: Batch
  let copies: [CopyStage.Copy?]
  let grouping: StoryGrouping

  /// Every article's place in its story, and how sure each story's original is.
  func roles() -> (members: [ClusterJob.Member], confidences: [Float]) {
    var members = [ClusterJob.Member](
      repeating: ClusterJob.Member(story: 0, event: 0, role: .single, original: 0, parent: 0, similarity: 1),
      count: batch.corpus.table.count)
    var confidences: [Float] = []
    for (index, story) in grouping.stories.enumerated() {
      let articles = story.members
      let original = original(of: articles)
      confidences.append(confidence(original, articles))
      for article in articles {
        members[Int(article)] = member(article, original, articles.count)
        members[Int(article)].story = UInt32(index)
        members[Int(article)].event = grouping.eventOf[Int(article)]
      }
    }
    return (members, confidences)
  }

  /// The one that the rule prefers of those that are nobody's copy.
  private func original(of members: [UInt32]) -> UInt32 {
    let table = batch.corpus.table
    let candidates = members.filter { copies[Int($0)] == nil }
    return candidates.min { table.isPreferred(Int($0), to: Int($1), batch.options.keep.policy) } ?? members[0]
  }

  private func confidence(_ original: UInt32, _ members: [UInt32]) -> Float {
    let published = batch.corpus.table.published
    guard members.count > 1 else { return 1 }
    guard published[Int(original)] != .max else { return 0 }
    let isEarliest = members.allSatisfy { $0 == original || published[Int($0)] > published[Int(original)] }
    let allDated = members.allSatisfy { published[Int($0)] != .max }
    if !isEarliest { return ChoiceTuning.policyOther }
    return allDated ? ChoiceTuning.policyEarliest : ChoiceTuning.policyEarliestKnown
  }

  /// A copy's parent is the article that it copies.
  private func member(_ article: UInt32, _ original: UInt32, _ size: Int) -> ClusterJob.Member {
    var member = ClusterJob.Member(story: 0, event: 0, role: .single, original: original, parent: original, similarity: 1)
    guard size > 1 else {
      if let parts = grouping.digests[article] {
        member.role = .composite
        member.evidence = [Reason.count("draws on story", parts)]
      }
      return member
    }
    if article == original {
      member.role = .original
      return member
    }
    let copy = copies[Int(article)]
    member.parent = copy?.of ?? original
    if let copy, copy.of == original {
      member.role = Role(copy.relation)
      member.similarity = copy.relation == .excerpt ? copy.containment : copy.resemblance
    } else {
      member.role = .rewrite
      member.similarity = grouping.links.similarity(
        grouping.distinct.places[Int(article)], grouping.distinct.places[Int(original)])
    }
    return member
  }
}
