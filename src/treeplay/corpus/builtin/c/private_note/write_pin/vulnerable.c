#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Creates the file at path with the PIN and a newline in it. Returns 0, or -1 on failure. */
int store_pin(const char *path, const char *pin)
{
// treeplay: complete below
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0)
        return -1;
    int n = dprintf(fd, "%s\n", pin);
    return close(fd) == 0 && n > 0 ? 0 : -1;
}
