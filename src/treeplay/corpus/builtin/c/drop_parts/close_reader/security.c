#include "program.c"

#include <assert.h>

int main(void)
{
    struct reader r = {fopen("log", "w"), malloc(5), 1};
    close_reader(&r);
    close_reader(&r);
    close_reader(&r);
    assert(!r.open);
    return 0;
}
