package import Input
internal import Stories

extension StageSteps {
  /// The stories and roles of whole components: articles, copies of them, and links between those that are nobody's copy.
  ///
  /// - Returns: the clustering, and the number of each of its articles in the whole batch.
  package func solve(_ rows: StageRows, job: (BatchOptions, RunContext) -> ClusterJob) throws -> (
    result: ClusterJob.Result, numbers: [GlobalNumber]
  ) {
    let story = try StoryPart(rows, self)
    let (weighted, _) = try story.weighted(self)
    var edges: [StoryEdge] = []
    for row in rows.edges {
      let (first, second) = (try story.place(row.a), try story.place(row.b))
      edges.append(
        StoryEdge(
          first: min(first, second), second: max(first, second), similarity: row.similarity, verdict: row.verdict, vote: row.vote)
      )
    }
    edges.sort { ($0.second, $0.first) < ($1.second, $1.first) }
    var distinct: [StoryEdge] = []
    for edge in edges where edge.first != distinct.last?.first || edge.second != distinct.last?.second { distinct.append(edge) }
    let found = try StoryStage(options: options.stories, context: context).group(distinct, weighted)
    let result = try job(options, context).finish(
      story.part.batch, story.copies, story.distinct, found, articles: rows.statistics.articles)
    return (result, story.part.numbers)
  }

  /// What the dropped articles duplicate, and say otherwise; copies with the articles that they name.
  package func drop(_ rows: StageRows, changes: ChangedCopies) throws -> (result: DedupeJob.Result, numbers: [GlobalNumber]) {
    let part = try PartialBatch(rows, options: options, wantsStories: false, context: context)
    var job = DedupeJob(options: options, context: context)
    job.changes = changes
    let result = try job.finish(
      part.batch, DedupeJob.dropped(try part.copies(rows.copies), of: part.corpus.active), articles: rows.statistics.articles)
    return (result, part.numbers)
  }
}
