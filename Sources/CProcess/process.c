// Signal handlers may do next to nothing: this one unlinks files and leaves. See include/process.h.
#include "process.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { files_at_a_time = 64 };

// Paths stay allocated for good: a handler on another thread may still be reading one that was given up.
static _Atomic(char *) files[files_at_a_time];

// How many threads are between making a file and saying that it is temporary, and whether a signal is ending the process.
static _Atomic(int) makers;
static _Atomic(int) is_ending;

static _Thread_local sigset_t mask_before;

void newsprint_hold_end(void) {
  sigset_t all;
  sigfillset(&all);
  // This thread runs no handler until it lets go, so that none waits for itself; a handler on another thread waits for this one.
  pthread_sigmask(SIG_BLOCK, &all, &mask_before);
  atomic_fetch_add(&makers, 1);
  if (!atomic_load(&is_ending)) return;
  // The process is ending: nothing may be made any more.
  atomic_fetch_sub(&makers, 1);
  for (;;) pause();
}

void newsprint_let_end(void) {
  atomic_fetch_sub(&makers, 1);
  pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
}

int newsprint_remove_when_ended(const char *path) {
  char *copy = strdup(path);
  if (!copy) return -1;
  for (int number = 0; number < files_at_a_time; number++) {
    char *none = NULL;
    if (atomic_compare_exchange_strong(&files[number], &none, copy)) return number;
  }
  free(copy);
  return -1;
}

void newsprint_keep_file(int number) {
  if (number >= 0 && number < files_at_a_time) atomic_store(&files[number], NULL);
}

static void remove_files(void) {
  for (int number = 0; number < files_at_a_time; number++) {
    char *path = atomic_load(&files[number]);
    if (path) unlink(path);
  }
}

static void end_process(int number) {
  const struct timespec moment = {0, 100000};
  atomic_store(&is_ending, 1);
  while (atomic_load(&makers)) nanosleep(&moment, NULL);
  remove_files();
  if (number == SIGPIPE) {
    // Blocked until this handler returns, then deadly as ever.
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
    return;
  }
  _exit(128 + number);
}

void newsprint_handle_signals(void) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction before, action;
    if (sigaction(numbers[index], NULL, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    memset(&action, 0, sizeof action);
    action.sa_handler = end_process;
    sigemptyset(&action.sa_mask);
    sigaction(numbers[index], &action, NULL);
  }
}
