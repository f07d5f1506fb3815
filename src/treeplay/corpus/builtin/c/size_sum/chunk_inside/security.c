#include "program.c"

#include <assert.h>

int main(void)
{
    uint8_t bytes[100];
    struct resource r = {bytes, sizeof bytes};
    assert(chunk(&r, 0xfffffff0u, 0x20) == NULL);
    assert(chunk(&r, 50, 0xffffffd0u) == NULL);
    assert(chunk(&r, 0xffffffffu, 1) == NULL);
    return 0;
}
