"""text-dedup: its MinHash command with 128 values, 32 bands of 4, xxh3, on a Parquet file."""
import os
import shutil
import subprocess
import sys

shutil.rmtree(sys.argv[2], ignore_errors=True)
done = subprocess.run(
    [sys.executable, '-m', 'text_dedup.minhash', '--path', 'parquet', '--data_files', sys.argv[1], '--split', 'train',
     '--cache_dir', sys.argv[2] + '/cache', '--output', sys.argv[2] + '/kept', '--column', 'text', '--batch_size', '10000',
     '--ngram', '5', '--num_perm', '128', '--b', '32', '--r', '4', '--threshold', '0.5', '--hash_func', 'xxh3',
     '--num_proc', str(os.cpu_count())])
sys.exit(done.returncode)
