"""The version: the installed package's, or that of the program in a source tree."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("newsprint")
except PackageNotFoundError:
    __version__ = "0+source"
