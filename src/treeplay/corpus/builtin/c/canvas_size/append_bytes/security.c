#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    static char more[40000];
    struct buffer b = {NULL, 0, 0};
    append(&b, more, 40000);
    if (append(&b, more, 30000) == 0)
        assert(b.used >= 40000);
    append(&b, more, 1000);
    free(b.data);
    return 0;
}
