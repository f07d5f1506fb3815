#include "program.c"

#include <assert.h>

int main(void)
{
    char out[NAME] = "";
    int lengths[] = {-1, -30, -2147483647};
    for (int i = 0; i < 3; i++) {
        copy_name(out, "Johanna", lengths[i]);
        assert(memchr(out, 0, NAME));
    }
    return 0;
}
