#include <stddef.h>
#include <string.h>

/* A request, n bytes as they came from the socket, is a method, one space, the target, one space and the
 * rest. Returns the offset of the target, and stores its length in *length; returns -1 if that is not
 * what came. */
int find_target(const char *request, size_t n, size_t *length)
{
// treeplay: complete below
    const char *first = memchr(request, ' ', n);
    if (first == NULL)
        return -1;
    const char *target = first + 1;
    const char *second = memchr(target, ' ', n - (target - request));
    if (second == NULL)
        return -1;
    *length = second - target;
    return (int)(target - request);
}
