#include "program.c"

#include <assert.h>

int main(void)
{
    uint8_t *pixels = new_canvas(20, 3);
    assert(pixels);
    for (int i = 0; i < 240; i++)
        assert(pixels[i] == 255);
    pixels[239] = 0;
    free(pixels);
    return 0;
}
