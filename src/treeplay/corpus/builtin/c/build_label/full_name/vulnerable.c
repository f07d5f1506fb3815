#include <stdio.h>
#include <string.h>

/* Writes "LAST, FIRST" into out, an array of size bytes; only LAST if first is empty. Returns out. */
char *full_name(char *out, size_t size, const char *first, const char *last)
{
// treeplay: complete below
    strcpy(out, last);
    if (*first) {
        strcat(out, ", ");
        strcat(out, first);
    }
    return out;
}
