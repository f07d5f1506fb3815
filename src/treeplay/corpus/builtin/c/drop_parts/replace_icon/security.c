#include "program.c"

#include <assert.h>

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:max_allocation_size_mb=256";
}

int main(void)
{
    struct button b = {{0, 0, NULL}};
    replace_icon(&b, 2, 2, (const unsigned char *)"abcd");
    replace_icon(&b, 0, 2, (const unsigned char *)"");
    replace_icon(&b, -1, 2, (const unsigned char *)"");
    if (replace_icon(&b, 1, 1, (const unsigned char *)"z") == 0)
        assert(b.icon.pixels[0] == 'z');
    free(b.icon.pixels);
    return 0;
}
