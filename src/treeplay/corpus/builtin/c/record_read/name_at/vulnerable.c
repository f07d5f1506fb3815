#include <stdint.h>
#include <string.h>

/* Fetches the name that starts `at` bytes into the table: one byte holds its length, its letters
 * follow. Copies them to out, which has room for 256 bytes, as a string. Returns the length, or -1. */
int name_at(const uint8_t *table, size_t size, size_t at, char *out)
{
// treeplay: complete below
    int length = table[at];
    memcpy(out, table + at + 1, length);
    out[length] = '\0';
    return length;
}
