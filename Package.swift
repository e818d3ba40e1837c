// swift-tools-version: 6.2
import PackageDescription

// exp, log and pow for floating-point types, without the C library of each system.
let real = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

let package = Package(
  name: "newsprint",
  products: [
    .library(name: "Newsprint", targets: ["Newsprint"]),
    .executable(name: "newsprint", targets: ["CommandLineTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
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
    .target(name: "CKernels", dependencies: ["CXXHash"]),
    .target(name: "CLanguages", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CResources", exclude: ["data"]),

    // The line, in the order in which data flows.
    .target(name: "Articles"),
    .target(name: "Resources", dependencies: ["CResources"]),
    .target(name: "Tables"),
    .target(name: "CProcess"),
    .target(name: "Files", dependencies: ["Tables", "CProcess", "CSIMDJSON"]),
    .target(name: "Output", dependencies: ["Files"]),
    .target(name: "Input", dependencies: ["Articles", "Files", "Resources", "Output", "CZlib", "CZstd", "CSIMDJSON"]),
    .target(name: "Text", dependencies: ["Resources", "Tables", "CXXHash", "CStemmer", "CUTF8Proc", "CKernels", "CLanguages"]),
    .target(name: "Boilerplate", dependencies: ["Articles", "Resources", "Tables", "Text"]),
    .target(name: "Fingerprints", dependencies: ["Text", "CXXHash", "CKernels"]),
    .target(name: "Copies", dependencies: ["Resources", "Tables", "Files", "Text", "Fingerprints"]),
    .target(name: "Stories", dependencies: ["Resources", "Tables", "Text", "CKernels", real]),
    .target(name: "Relations", dependencies: ["Resources", "Tables", "Text", "Fingerprints", "Copies", "Stories"]),
    .target(name: "Lexicon", dependencies: ["Resources", "Tables", "CStemmer"]),
    .target(name: "Alignment", dependencies: ["Resources", "Tables", "Text", "Lexicon", real]),
    .target(name: "Drift", dependencies: ["Articles", "Resources", "Tables", "Text", "Boilerplate", "Lexicon", "Alignment"]),
    .target(name: "Credits", dependencies: ["Articles", "Resources", "Text"]),
    .target(
      name: "Quality",
      dependencies: ["Articles", "Files", "Resources", "Tables", "Text", "Boilerplate", "Drift", "Credits", real]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Articles", "Resources", "Tables", "Files", "Output", "Input", "Text", "Boilerplate", "Fingerprints", "Copies", "Stories",
        "Relations", "Lexicon", "Drift",
        "Credits", "Quality", "CXXHash", "CKernels",
      ]),
    .target(
      name: "Newsprint",
      dependencies: [
        "Articles", "Files", "Output", "Input", "Fingerprints", "Copies", "Relations", "Drift", "Quality", "Pipeline",
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Articles", "Resources", "Files", "Tables", "Output", "Input", "Boilerplate", "Fingerprints", "Stories", "Relations",
        "Lexicon",
        "Alignment",
        "Drift", "Quality", "Pipeline", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Index",
      dependencies: [
        "Articles", "Resources", "Files", "Output", "Input", "Tables", "Text", "Fingerprints", "Copies", "Stories", "Boilerplate",
        "Drift",
        "Pipeline",
        "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Service",
      dependencies: [
        "Articles", "Files", "Resources", "Output", "Input", "Drift", "Relations", "Pipeline", "Newsprint", "Reports",
        "Index", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "Service", "Index", "Articles", "Files", "Output", "Input", "Stories", "Relations", "Lexicon", "Drift", "Quality",
        "Pipeline", "Newsprint",
        "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "CommandLineTool", dependencies: ["Commands"]),
    // Mutated inputs without end, see scripts/fuzz.
    .executableTarget(
      name: "FuzzTool",
      dependencies: [
        "Articles", "Boilerplate", "Commands", "Credits", "Drift", "Files", "Input", "Newsprint", "Output", "Pipeline", "Quality",
        "Reports", "Stories", "Text", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/FuzzTool"),
    // Texts and random numbers that several test targets share.
    .target(name: "TestSupport", dependencies: ["Text", "Drift"], path: "Tests/TestSupport"),
    .testTarget(name: "AlignmentTests", dependencies: ["Text", "Lexicon", "Alignment", "TestSupport"]),
    .testTarget(name: "BoilerplateTests", dependencies: ["Articles", "Resources", "Boilerplate", "TestSupport"]),
    .testTarget(
      name: "CommandsTests", dependencies: ["Articles", "Newsprint", "Commands", "CommandLineTool", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(name: "CopiesTests", dependencies: ["Tables", "Text", "Fingerprints", "Copies", "Stories", "TestSupport"]),
    .testTarget(
      name: "CreditsTests", dependencies: ["Articles", "Resources", "Text", "Credits", "TestSupport"], exclude: ["Data"]),
    .testTarget(
      name: "DriftTests",
      dependencies: ["Articles", "Text", "Output", "Lexicon", "Alignment", "Drift", "Pipeline", "Reports", "TestSupport"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(name: "FingerprintsTests", dependencies: ["Text", "Fingerprints", "CKernels", "TestSupport"], exclude: ["Data"]),
    .testTarget(
      name: "IndexTests",
      dependencies: [
        "Files", "Output", "Input", "Fingerprints", "Pipeline", "Index", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "InputTests", dependencies: ["Articles", "Files", "Output", "Input", "CZlib", "CZstd", "TestSupport"]),
    .testTarget(name: "LanguageTests", dependencies: ["Text", "TestSupport"]),
    .testTarget(name: "LexiconTests", dependencies: ["Resources", "Lexicon", "TestSupport"]),
    .testTarget(
      name: "NewsprintTests", dependencies: ["Files", "Relations", "Drift", "Quality", "Pipeline", "Newsprint", "TestSupport"],
      exclude: ["api.txt"]),
    .testTarget(name: "OutputTests", dependencies: ["Files", "Output", "Stories", "Reports", "TestSupport"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Articles", "Files", "Input", "Output", "Text", "Boilerplate", "Fingerprints", "Copies", "Stories", "Relations",
        "Lexicon", "Drift", "Quality",
        "Pipeline",
        "Reports",
        "TestSupport",
      ]),
    .testTarget(
      name: "QualityTests",
      dependencies: ["Articles", "Resources", "Text", "Boilerplate", "Drift", "Credits", "Quality", "TestSupport"]),
    .testTarget(name: "RelationsTests", dependencies: ["Text", "Copies", "Stories", "Relations", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Drift", "Output", "Pipeline", "Quality", "Relations", "Reports", "TestSupport",
        .product(name: "Mustache", package: "swift-mustache"),
      ], exclude: ["Golden"]),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "Index", "Newsprint", "Files", "Output", "Resources", "TestSupport",
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(name: "TablesTests", dependencies: ["Articles", "Resources", "Tables", "TestSupport"]),
    .testTarget(name: "StoriesTests", dependencies: ["Tables", "Text", "Copies", "Stories", "TestSupport"]),
    .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"]),
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
