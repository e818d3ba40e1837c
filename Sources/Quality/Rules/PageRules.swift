internal import Articles
internal import Boilerplate
internal import Drift
internal import Resources
internal import Text

struct ScraperResidueRule: QualityRule {
  let id = FlagID.scraperResidue
  let definition =
    "Text of the page around the article that the scraper took with it: buttons, comment forms, captions, pagers, pleas."
  let example = "\"Leave a Reply\", \"12 Shares\", \"Read more: Harbour bridge closed\" between the paragraphs."
  let limits = "As good as the marking of boilerplate; what reads like the article is not found."
  let weight = QualityTuning.standard.residueWeight
  let growsWithLength = true
  private let pointers = PhraseIndex(Resource.lines("pointers.txt").filter { !$0.isCapitalised }, marks: .ignored)
  /// What is a link only where it opens a sentence: "Read more".
  private let openers = PhraseIndex(Resource.lines("pointers.txt").filter(\.isCapitalised), marks: .ignored)

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    let comments = article.comments.map { flag(article, $0, .minor, "Comments of readers, not the article.") }
    return blocks(article).filter { block in article.comments.map { block.range.upperBound <= $0.lowerBound } ?? true }.map {
      block in
      flag(
        article, block.range, .minor,
        "Text of the page, not of the article (\(block.kinds.map(\.name).joined(separator: ", "))).")
    } + pointers(article) + (comments.map { [$0] } ?? [])
  }

  /// Words of the page that were left in sentences: "for more, click here", without its target.
  private func pointers(_ article: QualityArticle) -> [QualityFlag] {
    let inside = article.occurrences(of: pointers).map(\.range)
    let opening = article.occurrences(of: openers).map(\.range).filter { range in
      TextBytes.isUpper(article.bytes[range.lowerBound]) && !inside.contains { $0.overlaps(range) }
    }
    return (inside + opening)
      .filter { range in
        !article.boilerplate.contains { $0.range.indices.overlaps(range) } && !article.isQuoted(range.lowerBound)
      }
      .map { flag(article, $0, .minor, "Words of the page in a sentence: a link without its target, a plea, a caption.") }
  }

  /// The residue, what lies together as one: a share bar of twelve lines is one thing to take out.
  private func blocks(_ article: QualityArticle) -> [(range: Range<Int>, kinds: [BoilerplateKind])] {
    var blocks: [(range: Range<Int>, kinds: [BoilerplateKind])] = []
    for span in article.boilerplate where span.kind != .title {
      let range = span.range.indices
      if let last = blocks.last, last.range.upperBound <= range.lowerBound,
        !article.bytes[last.range.upperBound..<range.lowerBound].contains(where: TextBytes.isWordByte)
      {
        blocks[blocks.count - 1].range = last.range.lowerBound..<range.upperBound
        if !last.kinds.contains(span.kind) { blocks[blocks.count - 1].kinds.append(span.kind) }
      } else {
        blocks.append((range, [span.kind]))
      }
    }
    return blocks
  }
}

extension StringProtocol {
  fileprivate var isCapitalised: Bool { first?.isUppercase == true }
}

struct MarkupRule: QualityRule {
  let id = FlagID.markup
  let definition = "The text is HTML: tags or entities stand in it where an article has words."
  let example = "\"<p>The ferry was late.</p>\", \"caf&eacute;\"."
  let limits = "Knows the elements and entities of HTML; other markup, as of wikis and style sheets, is not found."
  let weight = QualityTuning.standard.creditWeight
  /// So many entities make a text HTML; fewer are slips that `mojibake` names.
  private static let leastEntities = 5

  /// Whether the text is HTML.
  static func isHTML(_ article: QualityArticle) -> Bool {
    guard let view = article.source.view, !view.forms.isDisjoint(with: [.markup, .entities]) else { return false }
    // A view changes other things too, such as digits: each entity has its ampersand.
    return view.forms.contains(.markup)
      || view.changes >= leastEntities && article.source.text.count { $0 == UInt8(ascii: "&") } >= leastEntities
  }

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard Self.isHTML(article), let first = article.source.view?.firstMarkup else { return [] }
    return [article.sourceFlag(id, first, .minor, "The text is HTML.")]
  }
}
