// The library's enumerations that a person chooses from on the command line. The conformances are as public as the types.
public import ArgumentParser
public import Newsprint

extension DateOrder: ExpressibleByArgument {}
extension DedupeLevel: ExpressibleByArgument {}
extension Keep: ExpressibleByArgument {}
extension RoleEffort: ExpressibleByArgument {}
extension DriftChoice.Preset: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension DriftCategory: ExpressibleByArgument {}
