import CStemmer
import Glibc

// The unsafe code of this module: mapped files and the C stemmer, each behind a safe interface.

/// A read-only file mapped into memory: no load time, and pages shared by every process that reads the same file.
///
/// The file must not be cut short while it is mapped; the system would end the process (SIGBUS), as for any mapping.
@safe package final class MappedFile: @unchecked Sendable {
  private let base: UnsafeRawPointer?
  package let count: Int

  /// Maps the regular file at `path`; nil when it cannot be opened, read or mapped.
  package init?(path: String) {
    // SAFETY: the path is passed as a C string for the length of the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    // SAFETY: `status` is a local that outlives the call.
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe base = nil
      return
    }
    // SAFETY: a fresh private read-only mapping of the file's whole length, unmapped in deinit only.
    guard let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe mapped != MAP_FAILED else {
      return nil
    }
    unsafe base = UnsafeRawPointer(mapped)
  }

  deinit {
    // SAFETY: the mapping was made in init with this length; no span of it outlives `withSpan`.
    if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
  }

  /// Calls `body` with the file's bytes.
  package func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    // SAFETY: the span covers exactly the mapping, which lives as long as `self`, and cannot leave `body`.
    let bytes = unsafe UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count)
    return unsafe body(bytes.bindMemory(to: UInt8.self).span)
  }
}

/// The Snowball stemmer of one language; without one for it, words are their own stems.
///
/// Keeps state between calls: one for each worker.
@safe final class StringStemmer {
  private let handle: OpaquePointer?

  /// - Parameter language: The language's ISO 639 code.
  init(language: String = "en") {
    // SAFETY: the strings live through the call; a null handle is checked at every use.
    unsafe handle = sb_stemmer_new(language, "UTF_8")
  }

  deinit {
    // SAFETY: made in init, deleted once.
    unsafe sb_stemmer_delete(handle)
  }

  /// The stem of a lower-case word; the word itself when the stemmer is missing.
  func stem(_ word: String) -> String {
    guard let handle = unsafe handle else { return word }
    var bytes = Array(word.utf8)
    // SAFETY: the stemmer reads `count` bytes and returns its own buffer, copied before the next call.
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let stem = unsafe sb_stemmer_stem(handle, buffer.baseAddress, Int32(buffer.count)) else { return word }
      return unsafe String(decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))), as: UTF8.self)
    }
  }
}

/// The value of an environment variable, or nil when it is unset or empty.
func environmentValue(_ name: String) -> String? {
  // SAFETY: the C string is copied at once.
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}
