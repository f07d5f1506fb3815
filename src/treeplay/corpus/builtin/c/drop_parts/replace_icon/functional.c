#include "program.c"

#include <assert.h>

int main(void)
{
    struct button b = {{0, 0, NULL}};
    assert(replace_icon(&b, 2, 2, (const unsigned char *)"abcd") == 0);
    assert(b.icon.width == 2 && b.icon.height == 2 && memcmp(b.icon.pixels, "abcd", 4) == 0);
    assert(replace_icon(&b, 3, 1, (const unsigned char *)"xyz") == 0);
    assert(b.icon.width == 3 && memcmp(b.icon.pixels, "xyz", 3) == 0);
    free(b.icon.pixels);
    return 0;
}
