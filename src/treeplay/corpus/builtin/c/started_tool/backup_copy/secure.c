#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Copies the file NAME of the current folder to NAME.bak with cp. Returns 0 if cp succeeded, or -1. */
int keep_backup(const char *name)
{
// treeplay: complete below
    char copy[300];
    pid_t cp;
    int status;
    if (snprintf(copy, sizeof copy, "%s.bak", name) >= (int)sizeof copy)
        return -1;
    char *argv[] = {"cp", "--", (char *)name, copy, NULL};
    if (posix_spawnp(&cp, "cp", NULL, NULL, argv, environ) != 0)
        return -1;
    waitpid(cp, &status, 0);
    return status == 0 ? 0 : -1;
}
