#include "program.c"

#include <assert.h>

int main(void)
{
    char out[65];
    keep_tail(out, "AX-12345", 4);
    assert(strcmp(out, "2345") == 0);
    keep_tail(out, "AX-12345", 30);
    assert(strcmp(out, "AX-12345") == 0);
    keep_tail(out, "AX-12345", 0);
    assert(strcmp(out, "") == 0);
    return 0;
}
