"""Newsprint for Python: which articles of a scrape are the same story, how each copy was made, and what the copying changed.

Every call runs the ``newsprint`` program that comes with this package, so that its answers are those of the command line.

    >>> import newsprint
    >>> found = newsprint.dedupe(table)             # pyarrow, pandas, polars, a list of dicts, or paths
    >>> found.kept, found.dropped
    >>> newsprint.cluster("crawl.parquet")
    >>> newsprint.compare(old, new).serious
"""

from ._calls import cluster, compare, compare_pairs, dedupe, explain, fingerprint, flag, report
from ._errors import InputError, MissingPackage, NewsprintError, SkippedArticles, UsageError
from ._index import Index
from ._results import Comparison, Deduplication, Finding, Span
from ._version import __version__

__all__ = [
    "Comparison",
    "Deduplication",
    "Finding",
    "Index",
    "InputError",
    "MissingPackage",
    "NewsprintError",
    "SkippedArticles",
    "Span",
    "UsageError",
    "__version__",
    "cluster",
    "compare",
    "compare_pairs",
    "dedupe",
    "explain",
    "fingerprint",
    "flag",
    "report",
]
