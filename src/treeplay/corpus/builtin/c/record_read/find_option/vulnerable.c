#include <stddef.h>
#include <stdint.h>

/* The n bytes at data are options, each its type, the length of its value and the value.
 * Returns the first byte of the value of the first option of this type that has one, or -1. */
int find_option(const uint8_t *data, size_t n, uint8_t type)
{
// treeplay: complete below
    size_t at = 0;
    while (at < n) {
        if (data[at] == type && data[at + 1] > 0)
            return data[at + 2];
        at += 2 + data[at + 1];
    }
    return -1;
}
