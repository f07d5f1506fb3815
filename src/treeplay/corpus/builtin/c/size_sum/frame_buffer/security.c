#include "program.c"

#include <assert.h>

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:max_allocation_size_mb=256";
}

int main(void)
{
    static uint8_t header[64], body[64];
    struct frame f = {0, NULL};
    assert(make_frame(&f, header, 40, body, UINT32_MAX - 20) != 0 || f.bytes == NULL);
    assert(make_frame(&f, header, 64, body, UINT32_MAX - 63) != 0 || f.bytes == NULL);
    return 0;
}
