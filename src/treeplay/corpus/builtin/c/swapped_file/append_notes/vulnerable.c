#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opens the file at path, which lies in a folder that its owner may change at any time, to append to it;
 * it must be a regular file. Returns the descriptor, or -1 if it is something else or cannot be opened. */
int open_notes(const char *path)
{
// treeplay: complete below
    struct stat about;
    if (lstat(path, &about) != 0 || !S_ISREG(about.st_mode))
        return -1;
    return open(path, O_WRONLY | O_APPEND);
}
