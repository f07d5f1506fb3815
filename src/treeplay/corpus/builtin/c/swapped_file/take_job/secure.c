#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Takes the lock: creates the file at path, with our name in it. Returns 0, or -1 if another process has
 * taken the lock before (the file exists) or on failure. */
int take_lock(const char *path, const char *name)
{
// treeplay: complete below
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (fd < 0)
        return -1;
    dprintf(fd, "%s\n", name);
    return close(fd);
}
