internal import CXXHash
internal import Copies
internal import FoundationEssentials

/// Puts copies and story labels together: stories with all their members, ids from content, originals and roles.
struct StoryAssembly {
  let batch: Batch
  let copies: [CopyStage.Copy?]
  let distinct: DistinctArticles
  let found: StoryStage.Result

  func result() -> ClusterJob.Result {
    let (stories, _) = group(found.stories)
    let (events, eventOf) = group(found.events)
    var result = ClusterJob.Result(
      batch: batch,
      members: [ClusterJob.Member](
        repeating: ClusterJob.Member(story: 0, event: 0, role: .single, original: 0, similarity: 1),
        count: batch.corpus.table.count),
      stories: [], events: events.map(contentID), candidates: found.candidates,
      candidatePairs: found.candidatePairs.map {
        (distinct.articles[Int($0 >> 32)], distinct.articles[Int($0 & 0xFFFF_FFFF)])
      }, edges: found.edges,
      distinct: distinct)
    result.articlesOfEvent = events.map(\.count)
    result.storiesOfEvent = [Int](repeating: 0, count: events.count)
    for members in stories { result.storiesOfEvent[eventOf[Int(members[0])]] += 1 }
    let links = StoryLinks(found.edges, stories: found.stories)
    for (index, members) in stories.enumerated() {
      let original = original(of: members)
      result.stories.append(
        ClusterJob.Story(
          id: contentID(members), members: members, weakestPair: weakest(members, links),
          originalConfidence: confidence(original, members)))
      for article in members {
        result.members[Int(article)] = ClusterJob.Member(
          story: UInt32(index), event: UInt32(eventOf[Int(article)]), role: .single, original: original, similarity: 1)
        assignRole(article, original, members.count, links, &result)
      }
    }
    return result
  }

  /// Active articles by label, each group ascending, groups in order of their first article.
  private func group(_ labels: [UInt32]) -> (groups: [[UInt32]], of: [Int]) {
    var groups: [[UInt32]] = []
    var indexOfLabel: [UInt32: Int] = [:]
    var of = [Int](repeating: 0, count: batch.corpus.table.count)
    for article in batch.corpus.active {
      let label = labels[Int(distinct.places[Int(article)])]
      let index = indexOfLabel[label] ?? groups.count
      if index == groups.count {
        groups.append([])
        indexOfLabel[label] = index
      }
      groups[index].append(article)
      of[Int(article)] = index
    }
    return (groups, of)
  }

  /// 64 bits in hexadecimal of the members' distinct contents, whatever their order.
  private func contentID(_ members: [UInt32]) -> String {
    let contents = batch.corpus.table.contents
    var hashes: [UInt64] = []
    for content in members.map({ contents[Int($0)] }).sorted() where content.low != hashes.last {
      hashes.append(content.high)
      hashes.append(content.low)
    }
    // SAFETY: the pointer and the size belong to one array.
    let hash = unsafe hashes.withUnsafeBytes { unsafe xxh3_64($0.baseAddress, $0.count) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The earliest article when dates are known, otherwise the longest of those that are nobody's copy.
  private func original(of members: [UInt32]) -> UInt32 {
    let table = batch.corpus.table
    let candidates = members.filter { copies[Int($0)] == nil }
    return candidates.min { table.isPreferred(Int($0), to: Int($1), batch.options.keep) } ?? members[0]
  }

  private func confidence(_ original: UInt32, _ members: [UInt32]) -> Float {
    let published = batch.corpus.table.published
    guard members.count > 1 else { return 1 }
    guard published[Int(original)] != .max else { return 0 }
    let isEarliest = members.allSatisfy { $0 == original || published[Int($0)] > published[Int(original)] }
    let allDated = members.allSatisfy { published[Int($0)] != .max }
    return isEarliest ? (allDated ? 0.9 : 0.6) : 0.3
  }

  private func weakest(_ members: [UInt32], _ links: StoryLinks) -> Float {
    var weakest: Float = 1
    for article in members {
      if let copy = copies[Int(article)] { weakest = min(weakest, max(copy.resemblance, copy.containment)) }
    }
    return min(weakest, links.weakest(members.map { distinct.places[Int($0)] }))
  }

  private func assignRole(
    _ article: UInt32, _ original: UInt32, _ size: Int, _ links: StoryLinks, _ result: inout ClusterJob.Result
  ) {
    guard size > 1 else {
      if let parts = found.roundUps[distinct.places[Int(article)]] {
        result.members[Int(article)].role = .composite
        result.members[Int(article)].evidence = [Reason.count("draws on story", parts.count)]
      }
      return
    }
    var role = Role.rewrite
    var similarity: Float = 1
    if article == original {
      role = .original
    } else if let copy = copies[Int(article)], copy.of == original {
      role = Role(copy.relation)
      similarity = copy.relation == .excerpt ? copy.containment : copy.resemblance
    } else {
      similarity = links.similarity(distinct.places[Int(article)], distinct.places[Int(original)])
    }
    result.members[Int(article)].role = role
    result.members[Int(article)].similarity = similarity
  }
}

extension Role {
  init(_ relation: CopyRelation) {
    switch relation {
    case .identical, .reprint: self = .reprint
    case .edited: self = .edited
    case .excerpt: self = .excerpt
    }
  }
}
