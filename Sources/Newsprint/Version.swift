/// The version of Newsprint, as `newsprint --version` prints it and outputs record it.
public enum Version {
  /// Major, minor, patch (semantic versioning 2.0).
  public static let current = "0.1.0"
}
