#include "program.c"

#include <assert.h>

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:max_allocation_size_mb=256";
}

int main(void)
{
    unsigned sizes[][2] = {{0x40000000, 4}, {0x80000001, 2}, {0x10000, 0x10001}};
    for (int i = 0; i < 3; i++) {
        struct track t = {0, 0, NULL};
        if (make_silent(&t, sizes[i][0], sizes[i][1]) == 0 && t.samples)
            t.samples[(size_t)t.frames * t.channels - 1] = 1;
    }
    return 0;
}
