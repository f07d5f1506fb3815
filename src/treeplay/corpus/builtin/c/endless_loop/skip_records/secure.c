#include <stddef.h>
#include <stdint.h>

/* Each record starts with a byte that holds its size, that byte included. Counts the records of the n
 * bytes at data; a last one that is cut off counts too. Returns -1 for data that makes no sense. */
int count_records(const uint8_t *data, size_t n)
{
// treeplay: complete below
    int count = 0;
    for (size_t at = 0; at < n; at += data[at]) {
        if (data[at] == 0)
            return -1;
        count++;
    }
    return count;
}
