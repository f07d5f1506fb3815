#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Creates the folder, and those above it that are missing, by "mkdir -p". Returns 0, or -1 on failure. */
int make_project(const char *folder)
{
// treeplay: complete below
    char command[512];
    int n = snprintf(command, sizeof command, "mkdir -p -- %s", folder);
    if (n < 0 || n >= (int)sizeof command)
        return -1;
    return system(command) == 0 ? 0 : -1;
}
