internal import Files
internal import FoundationEssentials
internal import Output
package import Pipeline

/// The forms in which a report is written.
package enum ReportFormat: String, Sendable, CaseIterable {
  case html, markdown, csv, json, graphml

  /// The form that a name asks for by its ending; HTML where it asks for none.
  package init(name: String?) {
    let ending = name?.split(separator: ".").last?.lowercased()
    self = ending == "md" ? .markdown : ending.flatMap(Self.init(rawValue:)) ?? .html
  }
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

/// A folder that appears whole or not at all: written beside its place and moved there.
///
/// What stands in its place already is replaced only when Newsprint made it, which a marker tells. The marker names the files of
/// the report: whatever else lies in the folder is somebody's own, and moves over.
final class ReportFolder {
  private let target: String
  private let temporary: TemporaryFolder
  private var bytes = 0
  private var names: [String] = []

  /// The file by which Newsprint knows a folder that it made.
  static let marker = ".newsprint-report"
  private static let folders = ["stories", "data"]

  /// - Throws: ``ReadingError`` when there is something of somebody else's, or the folder cannot be made.
  init(_ name: String) throws(ReadingError) {
    let trimmed = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
    target = FileSystem.target(of: trimmed)
    try Self.check(target, name)
    do throws(SystemError) {
      temporary = try TemporaryFolder(beside: target)
      for part in Self.folders { try temporary.addFolder(part) }
    } catch {
      throw ReadingError(
        .unwritable, "the folder cannot be made: \(error.reason)", at: .init(name),
        advice: "Check the folder around it and its permissions.", cause: error)
    }
  }

  private static func check(_ target: String, _ name: String) throws(ReadingError) {
    let files = FileManager.default
    var isFolder = false
    guard files.fileExists(atPath: target, isDirectory: &isFolder) else { return }
    guard isFolder else {
      throw ReadingError(
        .wouldOverwrite, "there is a file of this name", at: .init(name), advice: "Name a folder, or a file that ends in .html.")
    }
    let contents = (try? files.contentsOfDirectory(atPath: target)) ?? ["?"]
    guard contents.isEmpty || contents.contains(marker) else {
      throw ReadingError(
        .wouldOverwrite, "the folder holds files that Newsprint did not make, and is left alone", at: .init(name),
        advice: "Name another one.")
    }
  }

  /// Writes one file; `name` is one of Newsprint's own below the folder, nothing of the input is ever a part of it.
  func write(_ text: String, to name: String) throws(ReadingError) {
    let file = try AtomicFile(temporary.addFile(name))
    try file.write(text)
    try file.commit()
    bytes += text.utf8.count
    names.append(name)
  }

  /// Puts the folder in its place.
  ///
  /// - Returns: Bytes written.
  func commit() throws(ReadingError) -> Int {
    let list = names.map { $0 + "\n" }.joined()
    try write("Made by newsprint report, which may replace these files:\n" + list, to: Self.marker)
    let old: String?
    do throws(SystemError) {
      old = try temporary.rename(to: target)
    } catch {
      throw ReadingError(
        .unwritable, "the folder cannot be put in its place: \(error.reason)", at: .init(target),
        advice: "Check its permissions.",
        cause: error)
    }
    if let old { try Self.carryOver(from: old, to: target) }
    return bytes
  }

  /// Moves what is not of the old report into the new one, then removes the old one.
  private static func carryOver(from old: String, to new: String) throws(ReadingError) {
    let files = FileManager.default
    let list = (try? String(contentsOfFile: "\(old)/\(marker)", encoding: .utf8)) ?? ""
    let own = Set(list.split(separator: "\n").map(String.init) + [marker] + folders)
    do {
      for folder in [""] + folders.map({ $0 + "/" }) {
        for entry in (try? files.contentsOfDirectory(atPath: "\(old)/\(folder)")) ?? [] {
          let name = folder + entry
          // What the new report calls by a name is the report's.
          if own.contains(name) || files.fileExists(atPath: "\(new)/\(name)") { continue }
          try files.moveItem(atPath: "\(old)/\(name)", toPath: "\(new)/\(name)")
        }
      }
    } catch {
      throw ReadingError(
        .unwritable, "the new report is there, but not all else that the folder held could be moved to it", at: .init(new),
        advice: "The rest is in \(old).")
    }
    // What is left of an old report does no harm to the new one.
    try? files.removeItem(atPath: old)
  }
}
