#include "program.c"

#include <assert.h>

int main(void)
{
    struct layout l;
    assert(read_layout((const uint8_t *)"\x0a\x00\x00\x00\x04\x00\x00\x00", &l) == 0);
    assert(l.width == 10 && l.tile == 4 && l.across == 3);
    assert(read_layout((const uint8_t *)"\x00\x01\x00\x00\x80\x00\x00\x00", &l) == 0);
    assert(l.across == 2);
    return 0;
}
