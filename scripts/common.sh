# Shared by the scripts beside it; sourced, not run. Leaves the caller in the project's folder.
set -euo pipefail
export LC_ALL=C.UTF-8
# Where the person stood who called, for paths given as arguments.
# shellcheck disable=SC2034
caller_folder=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A path as the caller gave it, absolute.
caller_path() { (cd "$caller_folder" && realpath -m -- "$1"); }

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 2
}

require_swift() {
  command -v swift >/dev/null || die "swift was not found. Install Swift 6.2 or newer from https://www.swift.org/install/linux/ and put its usr/bin folder on PATH."
}

# Builds the program optimised and sets `newsprint` to it.
build_release() {
  require_swift
  say "Building newsprint (release) ..."
  swift build --configuration release --product newsprint >&2
  newsprint=$(swift build --configuration release --show-bin-path)/newsprint
}
