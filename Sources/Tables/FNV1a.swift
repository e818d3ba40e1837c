/// FNV-1a with 64 bits: for keys of a few bytes, where starting a better hash costs more than it saves.
///
/// Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/.
@frozen
@usableFromInline
package enum FNV1a {
  /// The hash of nothing.
  @inlinable
  package static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of what `hash` is of, with `unit`, a byte or a character, behind it.
  @inlinable @inline(__always)
  package static func appending(_ unit: UInt64, to hash: UInt64) -> UInt64 { (hash ^ unit) &* 0x0000_0100_0000_01B3 }

  /// The hash of `bytes`; linear.
  @inlinable
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = basis
    for byte in bytes { hash = appending(UInt64(byte), to: hash) }
    return hash
  }
}
