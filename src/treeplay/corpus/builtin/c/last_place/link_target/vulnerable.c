#include <string.h>
#include <unistd.h>

/* Stores where the link points in target, an array of size bytes, as a string. Returns 0, or -1 if it
 * cannot be read. */
int link_target(const char *link, char *target, size_t size)
{
// treeplay: complete below
    ssize_t n = readlink(link, target, size);
    if (n < 0)
        return -1;
    target[n] = '\0';
    return 0;
}
