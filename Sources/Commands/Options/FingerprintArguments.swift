internal import ArgumentParser
internal import Newsprint

/// How texts are fingerprinted.
struct FingerprintArguments: ParsableArguments {
  @Option(help: "Words in a shingle.")
  var shingleWords = FingerprintParameters().shingleWords
  @Option(help: "Values in a signature, a multiple of 16.")
  var permutations = FingerprintParameters().permutations
  @Option(help: "Bands of a signature.")
  var bands = FingerprintParameters().bands
  @Option(help: "Values in a band.")
  var rows = FingerprintParameters().rows
  @Option(help: "One shingle in this many is sampled; a power of two.")
  var sampling = FingerprintParameters().sampling

  /// The parameters that were asked for.
  var parameters: FingerprintParameters {
    var parameters = FingerprintParameters()
    parameters.shingleWords = shingleWords
    parameters.permutations = permutations
    parameters.bands = bands
    parameters.rows = rows
    parameters.sampling = sampling
    return parameters
  }
}
