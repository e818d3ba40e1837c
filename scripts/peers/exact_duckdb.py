"""Exact deduplication by the text in duckdb, written out."""
import sys

import duckdb

source = f"read_json('{sys.argv[1]}', format = 'newline_delimited')"
duckdb.sql(f"copy (select distinct on (text) * from {source}) to '{sys.argv[2]}' (format json)")
