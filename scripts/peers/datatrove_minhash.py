"""datatrove: its four steps of MinHash deduplication with 32 buckets of 4 on a Parquet file, Parquet out, a task for each processor."""
import os
import shutil
import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import ParquetReader
from datatrove.pipeline.writers import ParquetWriter


def main():
    source, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    config = MinhashConfig(n_grams=5, num_buckets=32, hashes_per_bucket=4)
    reader = ParquetReader(os.path.dirname(source), glob_pattern=os.path.basename(source))
    processors = os.cpu_count()

    def run(name, tasks, *steps):
        LocalPipelineExecutor(list(steps), tasks=tasks, workers=min(tasks, processors), logging_dir=f'{folder}/logs/{name}').run()

    # One file is one task of signatures: the reader does not cut it.
    run('signatures', 1, reader, MinhashDedupSignature(f'{folder}/signatures', config))
    run('buckets', 32, MinhashDedupBuckets(f'{folder}/signatures', f'{folder}/buckets', config=config))
    run('clusters', 1, MinhashDedupCluster(f'{folder}/buckets', f'{folder}/dropped', config=config))
    run('filter', 1, reader, MinhashDedupFilter(f'{folder}/dropped'), ParquetWriter(f'{folder}/kept'))


if __name__ == '__main__':
    main()
