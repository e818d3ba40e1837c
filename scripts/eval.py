#!/usr/bin/env python3
"""Measure the built program on the labelled sets and print a table of figure against target.

usage: eval.py --newsprint BINARY --shared FOLDER [--only NAME ...] [--keep FOLDER]

Started by scripts/eval, which builds the program first. One default configuration is used for all sets; where a figure is of
the other drift preset, its line says so. The targets are the project's own. Exit status 1 when a target is missed.
"""
import argparse
import os
import sys
import tempfile
import time

import eval_clusters
import eval_drift
import eval_quality
import eval_real
import eval_relations
from eval_sets import Failed, Program

MEASUREMENTS = {
    **eval_clusters.MEASUREMENTS, **eval_relations.MEASUREMENTS, **eval_drift.MEASUREMENTS, **eval_quality.MEASUREMENTS,
    **eval_real.MEASUREMENTS}


def verdict(value, target):
    """'met', 'MISSED' or '' for a value and a target such as '>= .99', '<= 7', 'always' or '-'."""
    sign, _, limit = target.partition(' ')
    if sign == '>=':
        return 'met' if value >= float(limit) else 'MISSED'
    if sign == '<=':
        return 'met' if value <= float(limit) else 'MISSED'
    if target == 'always':
        return 'met' if value is True else 'MISSED'
    return ''


def shown(value):
    if isinstance(value, bool):
        return 'yes' if value else 'NO'
    return f'{value:.4f}'.rstrip('0').rstrip('.') if isinstance(value, float) else str(value)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--newsprint', required=True)
    arguments.add_argument('--shared', required=True)
    arguments.add_argument('--only', nargs='+', choices=sorted(MEASUREMENTS), metavar='NAME',
                           help='one or more of: ' + ', '.join(MEASUREMENTS))
    arguments.add_argument('--keep', help='folder to leave the outputs in')
    options = arguments.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as temporary:
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
        program = Program(os.path.abspath(options.newsprint), options.shared, options.keep or temporary)
        print(f'{"set":14} {"figure":58} {"value":>10}  {"target":10}')
        for name in options.only or MEASUREMENTS:
            started = time.time()
            try:
                for figure, value, target in MEASUREMENTS[name](program):
                    judged = verdict(value, target)
                    missed += judged == 'MISSED'
                    print(f'{name:14} {figure:58} {shown(value):>10}  {target:10} {judged}')
            except (Failed, KeyError, OSError) as error:
                reason = f'the output has no {error}' if isinstance(error, KeyError) else error
                print(f'{name:14} NOT MEASURED: {reason}')
                missed += 1
            print(f'{name:14} {"":58} {"":>10}  {time.time() - started:.1f} s', flush=True)
    print(f'{missed} figures missed or not measured.' if missed else 'All targets met.')
    sys.exit(1 if missed else 0)


if __name__ == '__main__':
    main()
