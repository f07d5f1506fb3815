#include <stdlib.h>
#include <string.h>

struct reply {
    size_t used;
    char bytes[512];
};

/* Adds the bytes first to last, both counted in, of the content to the reply, as asked for by a header
 * "Range: bytes=FIRST-LAST". Returns 0, or -1 if the reply has no room or there are no such bytes. */
int add_range(struct reply *r, const char *content, long size, const char *range)
{
// treeplay: complete below
    char *end;
    if (strncmp(range, "Range: bytes=", 13) != 0)
        return -1;
    long first = strtol(range + 13, &end, 10), last = strtol(*end == '-' ? end + 1 : end, NULL, 10);
    long length = last - first + 1;
    if (first < 0 || length < 0 || last >= size || length > (long)(sizeof r->bytes - r->used))
        return -1;
    memcpy(r->bytes + r->used, content + first, length);
    r->used += length;
    return 0;
}
