#include "program.c"

#include <assert.h>

int main(void)
{
    uint8_t bytes[100];
    struct resource r = {bytes, sizeof bytes};
    assert(chunk(&r, 0, 100) == bytes);
    assert(chunk(&r, 40, 10) == bytes + 40);
    assert(chunk(&r, 40, 61) == NULL);
    assert(chunk(&r, 101, 0) == NULL);
    return 0;
}
