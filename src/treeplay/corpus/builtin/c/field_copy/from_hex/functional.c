#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    unsigned char out[8];
    assert(from_hex("0aFFc3", out, sizeof out) == 3);
    assert(memcmp(out, "\x0a\xff\xc3", 3) == 0);
    assert(from_hex("12 34", out, sizeof out) == 1 && out[0] == 0x12);
    assert(from_hex("", out, sizeof out) == 0);
    return 0;
}
