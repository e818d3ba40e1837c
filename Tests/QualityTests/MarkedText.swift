import Articles
import Credits
import Quality
import Boilerplate
import Text

let detector = BoilerplateDetector()
let reader = WireReader()
let inspector = QualityInspector()

func article(_ text: String, title: String = "") -> QualityArticle {
  let bytes = Array(text.utf8)
  let titleBytes = Array(title.utf8)
  var bodies = BodyReader(detector: detector)
  let body = bodies.body(bytes, title: titleBytes)
  let tokens = TokenText(body.reading)
  return QualityArticle(body, tokens, title: titleBytes, attribution: reader.attribution(of: tokens))
}

func report(_ text: String, title: String = "", cluster: ClusterContext? = nil) -> QualityReport {
  inspector.inspect(article(text, title: title), cluster: cluster)
}

/// A text without its marks «...» and the words between them.
func unmarked(_ text: String) -> (text: String, marked: [String]) {
  let pieces = text.split(separator: "«", omittingEmptySubsequences: false)
  var plain = String(pieces[0])
  var marked: [String] = []
  for piece in pieces.dropFirst() {
    let halves = piece.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    marked.append(String(halves[0]))
    plain += halves.joined()
  }
  return (plain, marked)
}
