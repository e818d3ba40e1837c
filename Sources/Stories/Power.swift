#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Elementary functions of the C library.
enum Power {
  /// `x` to the power of .3.
  static func threeTenths(_ x: Float) -> Float { powf(x, 0.3) }
  static func ln(_ x: Float) -> Float { logf(x) }
}
