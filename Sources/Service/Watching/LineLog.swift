internal import FoundationEssentials
package import Logging
internal import Output

/// Writes the log as JSON, one object a line, keys sorted: for people who grep and programs that collect.
package struct LineLog: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  package var logLevel: Logger.Level
  private let write: @Sendable ([UInt8]) -> Void

  /// A handler; `write` gets whole lines, from any thread.
  package init(level: Logger.Level, write: @escaping @Sendable ([UInt8]) -> Void) {
    logLevel = level
    self.write = write
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var fields = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
    if let error = event.error { fields["error"] = "\(error)" }
    var members = fields.map { (Self.name($0.key), "\($0.value)") }
    members += [("level", event.level.rawValue), ("message", "\(event.message)"), ("time", Date().ISO8601Format())]
    var writer = JSONWriter()
    writer.object { writer in
      var last = ""
      for (name, value) in members.sorted(by: { $0.0 < $1.0 }) where name != last {
        last = name
        writer.key(name)
        writer.string(value)
      }
    }
    writer.newline()
    write(writer.bytes)
  }

  /// Names without the framework's own prefix.
  private static func name(_ key: String) -> String { key == "hb.request.id" ? "connection_request" : key }
}
