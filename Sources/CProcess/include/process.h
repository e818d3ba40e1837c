// What a process leaves behind when a signal ends it: nothing.
#pragma once

/// Around making a file and saying that it is temporary: a signal that comes between waits until both are done.
void newsprint_hold_end(void);
void newsprint_let_end(void);

/// Removes the file at `path` when a signal ends the process. Returns a number for newsprint_keep_file, -1 when there is no room.
int newsprint_remove_when_ended(const char *path);
/// The file of that number is no longer temporary.
void newsprint_keep_file(int number);

/// From now on SIGINT, SIGTERM, SIGHUP and SIGQUIT remove the temporary files and end the process with 128 and their number;
/// those that are ignored stay so. SIGPIPE removes them too and ends the process as it always does.
void newsprint_handle_signals(void);
