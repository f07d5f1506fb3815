#include "program.c"

#include <assert.h>

int main(void)
{
    struct reader r = {tmpfile(), malloc(5), 1};
    if (!r.file)
        r.file = fopen("log", "w");
    assert(close_reader(&r) == 2 && r.open == 0);
    struct reader none = {NULL, NULL, 0};
    assert(close_reader(&none) == 0);
    return 0;
}
