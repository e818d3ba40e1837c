import Drift
import Newsprint
import Pipeline
import Quality
import Relations
import Testing

/// The library has its own enumerations, so that the modules below can change; their words must be the same.
struct WordsTests {
  @Test func `the library's words are those of the modules`() {
    #expect(Newsprint.Role.allCases.map(\.rawValue) == Pipeline.Role.allCases.map(\.rawValue))
    #expect(Newsprint.Relation.allCases.map(\.rawValue) == Relations.Relation.allCases.map(\.rawValue))
    #expect(Newsprint.DriftCategory.allCases.map(\.rawValue) == Drift.DriftCategory.allCases.map(\.rawValue))
    #expect(Newsprint.Severity.allCases.map(\.rawValue) == DriftSeverity.allCases.map(\.rawValue))
    #expect(Newsprint.Keep.allCases.map(\.rawValue) == Pipeline.Keep.allCases.map(\.rawValue))
    #expect(Newsprint.DedupeLevel.allCases.map(\.rawValue) == Pipeline.DedupeLevel.allCases.map(\.rawValue))
    #expect(Newsprint.RoleEffort.allCases.map(\.rawValue) == Pipeline.RoleEffort.allCases.map(\.rawValue))
    #expect(DriftChoice.Preset.allCases.map(\.rawValue) == DriftOptions.Preset.allCases.map(\.rawValue))
  }
}
