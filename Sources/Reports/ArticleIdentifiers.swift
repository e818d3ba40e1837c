internal import Articles
package import Pipeline
package import Input
package import Output

extension JSONWriter {
  /// Writes an article's id as it came in: a string, a number as it was spelt, or FILE:LINE when the record has none.
  package mutating func identifier(_ article: UInt32, of table: ArticleTable, _ names: InputNames) {
    let id = table.id(Int(article))
    if id.isEmpty {
      string(names.place(of: table.locations[Int(article)]))
    } else if table.idIsString(Int(article)) {
      string(id.span)
    } else {
      verbatim(id.span)
    }
  }
}
