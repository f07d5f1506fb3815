#include "program.c"

#include <assert.h>

int main(void)
{
    struct frame f;
    assert(make_frame(&f, (const uint8_t *)"HDR:", 4, (const uint8_t *)"hello", 5) == 0);
    assert(f.size == 9 && memcmp(f.bytes, "HDR:hello", 9) == 0);
    free(f.bytes);
    return 0;
}
