// swift-tools-version: 6.2
import PackageDescription

// Runs the whole library on many threads: `scripts/race` builds it with ThreadSanitizer.
let package = Package(
  name: "Threads",
  dependencies: [.package(name: "newsprint", path: "../..")],
  targets: [.executableTarget(name: "Threads", dependencies: [.product(name: "Newsprint", package: "newsprint")])],
  swiftLanguageModes: [.v6]
)
