import TestSupport
import Testing

/// Outputs of the built program that are kept beside the tests.
enum Golden {
  static func expect(_ actual: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let difference = try GoldenFile.difference(actual, from: name, of: #filePath)
    #expect(difference == nil, "\(difference ?? "")", sourceLocation: sourceLocation)
  }
}
