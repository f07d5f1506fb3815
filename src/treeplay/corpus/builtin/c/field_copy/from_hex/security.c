#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    unsigned char *out = malloc(4);
    size_t n = from_hex("00112233445566778899aabbccddeeff", out, 4);
    assert(n <= 4 || n == (size_t)-1);
    n = from_hex("0011223344", out, 4);
    assert(n <= 4 || n == (size_t)-1);
    free(out);
    return 0;
}
