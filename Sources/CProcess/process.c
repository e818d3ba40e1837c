// Signal handlers may do next to nothing: this one removes files and leaves. See include/process.h.
#include "process.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// A temporary file or folder. Places stay allocated for good, and so do paths: a handler on another thread may still be reading
// one that was given up. A place whose path is gone is taken again.
struct newsprint_place {
  _Atomic(char *) path;
  struct newsprint_place *next;
};

static _Atomic(struct newsprint_place *) places;

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

newsprint_place *newsprint_remove_when_ended(const char *path) {
  char *copy = strdup(path);
  if (!copy) return NULL;
  for (struct newsprint_place *place = atomic_load(&places); place; place = place->next) {
    char *none = NULL;
    if (atomic_compare_exchange_strong(&place->path, &none, copy)) return place;
  }
  struct newsprint_place *place = malloc(sizeof *place);
  if (!place) {
    free(copy);
    return NULL;
  }
  atomic_init(&place->path, copy);
  place->next = atomic_load(&places);
  while (!atomic_compare_exchange_weak(&places, &place->next, place)) {}
  return place;
}

void newsprint_keep(newsprint_place *place) {
  if (place) atomic_store(&place->path, NULL);
}

static int remove_each(int (*remove_one)(const char *)) {
  int removed = 0;
  for (struct newsprint_place *place = atomic_load(&places); place; place = place->next) {
    char *path = atomic_load(&place->path);
    if (path && remove_one(path) == 0) removed++;
  }
  return removed;
}

static void end_process(int number) {
  const struct timespec moment = {0, 100000};
  atomic_store(&is_ending, 1);
  // Five seconds at most: a disk that does not answer keeps nobody from ending the process.
  for (int waits = 0; atomic_load(&makers) && waits < 50000; waits++) nanosleep(&moment, NULL);
  remove_each(unlink);
  // Folders behind the files in them, inner ones before outer ones, in whatever order they are listed.
  while (remove_each(rmdir) > 0) {}
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
