#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char out[256];
    uint8_t *table = malloc(6);
    memcpy(table, "\x02" "hi" "\xc8" "ab", 6);
    int first = name_at(table, 6, 3, out);
    int second = name_at(table, 6, 6, out);
    int third = name_at(table, 6, 4000, out);
    assert(first <= 2 && second <= 0 && third <= 0);
    free(table);
    return 0;
}
