// What a process leaves behind when a signal ends it: nothing.
#pragma once

/// Around making a file and saying that it is temporary: a signal that comes between waits until both are done.
void newsprint_hold_end(void);
void newsprint_let_end(void);

/// A file or folder that is removed when a signal ends the process.
typedef struct newsprint_place newsprint_place;

/// Removes the file, or the folder once it is empty, at `path` when a signal ends the process. NULL when there is no memory.
newsprint_place *newsprint_remove_when_ended(const char *path);
/// It is no longer temporary; NULL is nothing.
void newsprint_keep(newsprint_place *place);

/// From now on SIGINT, SIGTERM, SIGHUP and SIGQUIT remove the temporary files and end the process with 128 and their number;
/// those that are ignored stay so. SIGPIPE removes them too and ends the process as it always does.
void newsprint_handle_signals(void);
