internal import CSIMDJSON

/// How the process handles memory that was freed.
package enum ProcessMemory {
  /// Keeps freed memory for the next chunk rather than handing it back to the system, which would have to clear every page again:
  /// reading and parsing take a third of the time.
  ///
  /// For the whole process, so that only a program calls it, once, at its start. Does nothing without glibc.
  package static func keepForReuse() {
    newsprint_keep_freed_memory()
  }

  /// Whether the system has `bytes` left for this process: under a limit, growing an array beyond it would end the process.
  ///
  /// Asked only where much is wanted, as each question is a call of the system.
  static func hasRoom(for bytes: Int) -> Bool { newsprint_has_memory(bytes) != 0 }
}
