// swift-tools-version: 6.2
import PackageDescription

// A package of somebody else's that uses the library: the program of the README.
let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "newsprint", path: "../..")],
  targets: [.executableTarget(name: "Consumer", dependencies: [.product(name: "Newsprint", package: "newsprint")])],
  swiftLanguageModes: [.v6]
)
