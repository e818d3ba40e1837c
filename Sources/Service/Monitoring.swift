internal import FoundationEssentials
package import Logging
internal import Output
internal import Synchronization

/// Counts of what the service did, as Prometheus reads them (text format 0.0.4).
final class ServiceMetrics: Sendable {
  private struct Key: Hashable, Sendable, Comparable {
    var route: String
    var method: String
    var status: Int

    static func < (a: Self, b: Self) -> Bool { (a.route, a.method, a.status) < (b.route, b.method, b.status) }
  }

  /// Times of one route by upper bound.
  private struct Times: Sendable {
    var buckets = [Int](repeating: 0, count: ServiceMetrics.bounds.count)
    var count = 0
    var seconds = 0.0
  }

  private struct State: Sendable {
    var requests: [Key: Int] = [:]
    var times: [String: Times] = [:]
    var articles: [String: Int] = [:]
  }

  /// In seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private let state = Mutex(State())

  /// Counts a call; `route` is the pattern of the address, of which there are few, and not the address.
  func count(route: String, method: String, status: Int, seconds: Double) {
    state.withLock { state in
      state.requests[Key(route: route, method: method, status: status), default: 0] += 1
      var times = state.times[route] ?? Times()
      for (bucket, bound) in Self.bounds.enumerated() where seconds <= bound { times.buckets[bucket] += 1 }
      times.count += 1
      times.seconds += seconds
      state.times[route] = times
    }
  }

  /// Articles that were handed in: new, updated, known, refused.
  func countArticle(_ outcome: String) { state.withLock { $0.articles[outcome, default: 0] += 1 } }

  /// Everything as text; `gauges` are values of the moment, with their help.
  func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = state.withLock { $0 }
    var lines: [String] = []
    lines += Self.head("newsprint_requests_total", "counter", "Calls by route, method and status.")
    for (key, count) in state.requests.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "newsprint_requests_total{route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\"} \(count)")
    }
    lines += Self.head("newsprint_request_seconds", "histogram", "Time to answer, by route.")
    for (route, times) in state.times.sorted(by: { $0.key < $1.key }) {
      for (bound, count) in zip(Self.bounds, times.buckets) {
        lines.append("newsprint_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
      }
      lines.append("newsprint_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(times.count)")
      lines.append("newsprint_request_seconds_sum{route=\"\(route)\"} \(times.seconds)")
      lines.append("newsprint_request_seconds_count{route=\"\(route)\"} \(times.count)")
    }
    lines += Self.head("newsprint_articles_total", "counter", "Articles that were handed in, by what became of them.")
    for (outcome, count) in state.articles.sorted(by: { $0.key < $1.key }) {
      lines.append("newsprint_articles_total{outcome=\"\(outcome)\"} \(count)")
    }
    for gauge in gauges {
      lines += Self.head(gauge.name, "gauge", gauge.help)
      lines.append("\(gauge.name) \(gauge.value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ name: String, _ type: String, _ help: String) -> [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
  }
}

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
