// A loss of power for scripts/crash-index, preloaded into the program: what was written to the files of an index and not yet forced to
// the disk is lost, sector by sector and by chance, at the POWER_AT-th write or synchronisation; then the process ends.
//
// POWER_PATH is how the names of the files begin, POWER_SEED the chance. Of each sector any state may stay that it had since the last
// synchronisation of its file, and what made a file longer may leave its length or zeros.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512, FILES = 64 };

typedef struct Change {
  struct Change *before;
  off_t offset;
  size_t length;
  // What was there, zeros where the file was shorter.
  unsigned char old[];
} Change;

static struct { dev_t device; ino_t inode; int descriptor; off_t synced; Change *changes; } files[FILES];
static int count;
static long left;
static uint64_t chance;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static uint64_t draw(void) {
  chance ^= chance << 13;
  chance ^= chance >> 7;
  return chance ^= chance << 17;
}

// The file's place in `files`; -1 for one that is not of the index.
static int place(int descriptor) {
  const char *prefix = getenv("POWER_PATH");
  char link[64], name[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, name, sizeof name - 1);
  struct stat status;
  if (!prefix || length < 0 || fstat(descriptor, &status)) return -1;
  name[length] = 0;
  if (strncmp(name, prefix, strlen(prefix)) || strstr(name, "-shm")) return -1;
  for (int file = 0; file < count; file++)
    if (files[file].device == status.st_dev && files[file].inode == status.st_ino) return file;
  if (count == FILES) return -1;
  files[count].device = status.st_dev;
  files[count].inode = status.st_ino;
  files[count].descriptor = open(link, O_RDWR | O_CLOEXEC);
  files[count].synced = status.st_size;
  return count++;
}

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int), (*real_fdatasync)(int), (*real_ftruncate)(int, off_t);

__attribute__((constructor)) static void prepare(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  left = atol(getenv("POWER_AT") ? getenv("POWER_AT") : "0");
  chance = 0x9E3779B97F4A7C15u ^ (uint64_t)atol(getenv("POWER_SEED") ? getenv("POWER_SEED") : "1");
}

static void lose(int file) {
  struct stat status;
  if (fstat(files[file].descriptor, &status)) return;
  size_t sectors = (size_t)status.st_size / SECTOR + 1;
  for (Change *change = files[file].changes; change; change = change->before) {
    size_t last = (size_t)(change->offset + (off_t)change->length) / SECTOR + 1;
    if (last > sectors) sectors = last;
  }
  unsigned char *stays = calloc(sectors, 1);
  // How much is lost differs from one loss to the next: all, most, little.
  unsigned share = draw() % 5 * 64;
  for (Change *change = files[file].changes; change; change = change->before)
    for (size_t from = 0; from < change->length;) {
      size_t sector = ((size_t)change->offset + from) / SECTOR;
      size_t size = SECTOR - ((size_t)change->offset + from) % SECTOR;
      if (size > change->length - from) size = change->length - from;
      if (!stays[sector] && draw() % 256 < share)
        real_pwrite(files[file].descriptor, change->old + from, size, change->offset + (off_t)from);
      else
        stays[sector] = 1;
      from += size;
    }
  if (status.st_size > files[file].synced && share == 256) real_ftruncate(files[file].descriptor, files[file].synced);
  free(stays);
}

static void step(void) {
  if (left == 0 || --left > 0) return;
  for (int file = 0; file < count; file++) lose(file);
  _exit(99);
}

static void keep(int file, off_t offset, size_t length) {
  Change *change = calloc(1, sizeof(Change) + length);
  change->offset = offset;
  change->length = length;
  change->before = files[file].changes;
  if (pread(files[file].descriptor, change->old, length, offset) < 0) abort();
  files[file].changes = change;
}

static void forget(int file) {
  struct stat status;
  for (Change *change = files[file].changes; change;) {
    Change *before = change->before;
    free(change);
    change = before;
  }
  files[file].changes = NULL;
  if (!fstat(files[file].descriptor, &status)) files[file].synced = status.st_size;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
  pthread_mutex_lock(&lock);
  int file = place(descriptor);
  if (file >= 0) {
    keep(file, offset, length);
    step();
  }
  ssize_t written = real_pwrite(descriptor, bytes, length, offset);
  pthread_mutex_unlock(&lock);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) { return pwrite64(descriptor, bytes, length, offset); }

int ftruncate64(int descriptor, off64_t length) {
  pthread_mutex_lock(&lock);
  int file = place(descriptor);
  struct stat status;
  if (file >= 0 && !fstat(descriptor, &status)) {
    if (status.st_size > length) keep(file, length, (size_t)(status.st_size - length));
    step();
  }
  int result = real_ftruncate(descriptor, length);
  pthread_mutex_unlock(&lock);
  return result;
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

static int synchronise(int descriptor, int (*real)(int)) {
  pthread_mutex_lock(&lock);
  int file = place(descriptor);
  // Before it is done, nothing is promised.
  if (file >= 0) step();
  int result = real(descriptor);
  if (file >= 0 && result == 0) forget(file);
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int descriptor) { return synchronise(descriptor, real_fsync); }
int fdatasync(int descriptor) { return synchronise(descriptor, real_fdatasync); }
