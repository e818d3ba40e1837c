// Every call into the C library of this module.
internal import FoundationEssentials
internal import Glibc

/// What the process knows about where it runs.
enum Terminal {
  static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes to standard error as it is; what cannot be written is lost, as there is nowhere left to say so.
  static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // SAFETY: the rest of the buffer lies inside it and stays valid for the call.
        unsafe write(STDERR_FILENO, UnsafeRawBufferPointer(rebasing: buffer[written...]).baseAddress, bytes.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }

  /// The most memory that the process has had at a time, in bytes; nil where the system does not tell.
  static var peakMemory: Int? {
    var usage = rusage()
    // SAFETY: `usage` lives through the call, which only fills it.
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return nil }
    return usage.ru_maxrss * 1024
  }
}
