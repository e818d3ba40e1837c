internal import Files
internal import Output
package import Pipeline

/// The forms in which a report is written.
package enum ReportFormat: String, Sendable, CaseIterable {
  case html, markdown, csv, json, graphml
}

/// Writes a report to its place: whole or not at all.
package struct ReportWriter {
  private let model: ReportModel
  private let format: ReportFormat

  private let context: RunContext

  package init(_ model: ReportModel, format: ReportFormat, context: RunContext) {
    self.model = model
    self.format = format
    self.context = context
  }

  /// Whether a name means one HTML document rather than a folder.
  package static func isDocument(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == "-" || name.hasSuffix(".html") || name.hasSuffix(".htm")
  }

  /// Writes the report; nil and `-` are standard output.
  ///
  /// - Throws: ``ReadingError`` that says why the place cannot be written.
  /// - Returns: Bytes written.
  package func write(to target: String?) throws -> Int {
    if format == .html, let target, !Self.isDocument(target) { return try writeFolder(target) }
    let file = try AtomicFile(target)
    let text = try text(format)
    try file.write(text)
    try file.commit()
    return text.utf8.count
  }

  private func text(_ format: ReportFormat) throws -> String {
    switch format {
    case .html: try HTMLReport(model).document()
    case .markdown: MarkdownReport(model).text()
    case .csv: CSVReport(model).text()
    case .json: try JSONReport(model).text()
    case .graphml: GraphMLReport(model).text()
    }
  }

  /// Pages, and beside them the data; the whole model with its texts is ``ReportFormat/json``.
  private func writeFolder(_ target: String) throws -> Int {
    let folder = try ReportFolder(target)
    let report = try HTMLReport(model)
    try report.documents(in: context) { name, text in try folder.write(text, to: name) }
    try folder.write(CSVReport(model).text(), to: "data/articles.csv")
    try folder.write(ChangesReport(model).text(), to: "data/changes.csv")
    try folder.write(GraphMLReport(model).text(), to: "data/versions.graphml")
    return try folder.commit()
  }
}
