package import Drift
package import Pipeline

extension Detector {
  /// What the job behind a report works with.
  package func reporting(_ progress: (@Sendable (Progress) -> Void)?) -> (
    batch: BatchOptions, drift: DriftOptions, context: RunContext
  ) {
    (batch, options.drift.options, context(progress, nil))
  }

  /// How much work goes into roles.
  package var effort: Pipeline.RoleEffort { options.roles.effort }
}
