#include "program.c"

#include <assert.h>

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:max_allocation_size_mb=256";
}

int main(void)
{
    uint32_t sizes[][2] = {{65536, 16385}, {0x40000001, 1}, {3, 0x55555556}};
    for (int i = 0; i < 3; i++) {
        uint8_t *pixels = new_canvas(sizes[i][0], sizes[i][1]);
        if (pixels) {
            size_t row = (size_t)sizes[i][0] * 4;
            pixels[row * (sizes[i][1] / 2) + row - 1] = 1;
            assert(pixels[row * sizes[i][1] - 1] == 255 || i == 1);
        }
        free(pixels);
    }
    return 0;
}
