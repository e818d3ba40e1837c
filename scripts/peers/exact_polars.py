"""Exact deduplication by the text in polars, written out."""
import sys

import polars

polars.scan_ndjson(sys.argv[1]).unique(subset='text', keep='first', maintain_order=True).collect().write_ndjson(sys.argv[2])
