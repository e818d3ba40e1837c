internal import FoundationEssentials

/// The model as JSON, keys sorted; `report.schema.json` describes it.
struct JSONReport {
  private let model: ReportModel

  init(_ model: ReportModel) { self.model = model }

  /// One object, with a line feed.
  ///
  /// - Throws: when a number is none, which the model rules out.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(model), as: UTF8.self) + "\n"
  }
}

/// The JSON Schema (2020-12) of ``ReportFormat/json``.
package enum ReportSchema {
  package static var text: String { Templates.resource("report.schema.json") }
}
