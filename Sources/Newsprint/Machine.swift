internal import FoundationEssentials

/// The machine that the program runs on.
enum Machine {
  /// Processors that this process may use.
  static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Bytes of memory that there are.
  static var memory: Int { Int(clamping: ProcessInfo.processInfo.physicalMemory) }
}
