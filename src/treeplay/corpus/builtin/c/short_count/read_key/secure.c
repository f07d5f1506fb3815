#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#define KEY 16

/* Loads the key, which is the first KEY bytes of the file. Returns 0, or -1 on failure. */
int load_key(const char *path, uint8_t key[KEY])
{
// treeplay: complete below
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return -1;
    ssize_t n = read(fd, key, KEY);
    close(fd);
    return n == KEY ? 0 : -1;
}
