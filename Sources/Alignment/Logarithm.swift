#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one function of the C library that this module needs.
enum Logarithm {
  static func natural(_ x: Double) -> Double { log(x) }
}
