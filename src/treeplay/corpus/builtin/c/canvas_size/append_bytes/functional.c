#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct buffer b = {NULL, 0, 0};
    assert(append(&b, "hello ", 6) == 0);
    assert(append(&b, "world", 5) == 0);
    assert(b.used == 11 && b.size >= 11 && memcmp(b.data, "hello world", 11) == 0);
    free(b.data);
    return 0;
}
