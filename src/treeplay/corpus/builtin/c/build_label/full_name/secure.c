#include <stdio.h>
#include <string.h>

/* Writes "LAST, FIRST" into out, an array of size bytes; only LAST if first is empty. Returns out. */
char *full_name(char *out, size_t size, const char *first, const char *last)
{
// treeplay: complete below
    if (*first)
        snprintf(out, size, "%s, %s", last, first);
    else
        snprintf(out, size, "%s", last);
    return out;
}
