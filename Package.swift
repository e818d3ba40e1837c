// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "newsprint",
  products: [
    .library(name: "Newsprint", targets: ["Newsprint"]),
    .executable(name: "newsprint", targets: ["newsprint"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries, each behind a C module of its own.
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .target(
      name: "CSIMDJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CKernels"),
    .target(name: "CResources", exclude: ["data"]),

    // The line, in the order in which data flows.
    .target(name: "Articles"),
    .target(name: "Reading", dependencies: ["Articles", "CSIMDJSON", "CZlib", "CZstd"]),
    .target(name: "TextAnalysis", dependencies: ["Articles", "CKernels", "CResources", "CStemmer", "CUTF8Proc", "CXXHash"]),
    .target(name: "Fingerprinting", dependencies: ["TextAnalysis", "CKernels", "CXXHash"]),
    .target(name: "Matching", dependencies: ["Fingerprinting", "TextAnalysis"]),
    .target(name: "Clustering", dependencies: ["Matching"]),
    .target(name: "Lexicon", dependencies: ["CResources", "CStemmer"]),
    .target(name: "Alignment", dependencies: ["TextAnalysis", "Lexicon"]),
    .target(name: "Drift", dependencies: ["Alignment", "Lexicon", "TextAnalysis"]),
    .target(name: "Attribution", dependencies: ["Articles", "TextAnalysis", "CResources"]),
    .target(name: "Quality", dependencies: ["Drift", "Attribution", "TextAnalysis", "Lexicon", "CResources"]),
    .target(
      name: "Newsprint",
      dependencies: [
        "Articles", "Reading", "TextAnalysis", "Fingerprinting", "Matching", "Clustering", "Alignment", "Drift", "Lexicon",
        "Attribution", "Quality", "CXXHash",
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "Newsprint", "Articles", "Reading", "TextAnalysis", "Fingerprinting", "Matching", "Clustering", "Drift", "Quality",
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "Newsprint", "Reporting", "Articles", "Reading", "Fingerprinting", "Clustering", "Drift", "Quality",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "newsprint", dependencies: ["Commands"]),
    // Texts and random numbers that several test targets share.
    .target(name: "TestSupport", dependencies: ["Drift", "TextAnalysis"], path: "Tests/TestSupport"),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestSupport"]),
    .testTarget(
      name: "FingerprintingTests", dependencies: ["Fingerprinting", "TextAnalysis", "CKernels", "TestSupport"],
      exclude: ["Data"]),
    .testTarget(name: "MatchingTests", dependencies: ["Matching", "Fingerprinting", "TextAnalysis", "TestSupport"]),
    .testTarget(name: "ClusteringTests", dependencies: ["Clustering", "Matching", "TestSupport"]),
    .testTarget(
      name: "NewsprintTests",
      dependencies: ["Newsprint", "Reading", "Fingerprinting", "Matching", "Clustering", "TextAnalysis", "TestSupport"]),
    .testTarget(name: "AttributionTests", dependencies: ["Articles", "Attribution", "TextAnalysis"], exclude: ["Data"]),
    .testTarget(name: "FurnitureTests", dependencies: ["Articles", "TextAnalysis"]),
    .testTarget(name: "QualityTests", dependencies: ["Articles", "Attribution", "Quality", "TextAnalysis"]),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Clustering"]),
    .testTarget(name: "CommandsTests", dependencies: ["newsprint", "Commands", "Newsprint", "Articles"], exclude: ["Golden"]),
    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Articles", "CZlib", "CZstd"]),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon"]),
    .testTarget(name: "LinguisticsTests", dependencies: ["TextAnalysis"]),
    .testTarget(name: "AlignmentTests", dependencies: ["Alignment", "Lexicon", "TextAnalysis"]),
    .testTarget(name: "DriftFactTests", dependencies: ["Drift", "Lexicon", "Newsprint", "Reporting", "TestSupport"]),
    .testTarget(name: "DriftMeaningTests", dependencies: ["Drift", "Lexicon", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// The same settings for every Swift target: the compiler is the first reviewer.
let isSwift = { (target: Target) in
  // C modules begin with a capital C and another capital: CKernels, CXXHash.
  target.type != .system && !(target.name.hasPrefix("C") && target.name.dropFirst().first?.isUppercase == true)
}
for target in package.targets where isSwift(target) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ]
}
