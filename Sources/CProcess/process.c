// Signal handlers may do next to nothing: this one unlinks files and leaves. See include/process.h.
#include "process.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { files_at_a_time = 64 };

// Paths stay allocated for good: a handler on another thread may still be reading one that was given up.
static _Atomic(char *) files[files_at_a_time];

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
