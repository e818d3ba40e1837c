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
}
