#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Creates the folder, and those above it that are missing, by "mkdir -p". Returns 0, or -1 on failure. */
int make_project(const char *folder)
{
// treeplay: complete below
    int status;
    pid_t child = fork();
    if (child == 0) {
        execlp("mkdir", "mkdir", "-p", "--", folder, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0)
        return -1;
    return status == 0 ? 0 : -1;
}
