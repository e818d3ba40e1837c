// The library's enumerations that a person chooses from on the command line. The conformances are as public as the types.
public import ArgumentParser
public import Pipeline

extension DedupeLevel: ExpressibleByArgument {}
extension Keep: ExpressibleByArgument {}
extension RoleEffort: ExpressibleByArgument {}
