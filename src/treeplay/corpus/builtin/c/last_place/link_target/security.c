#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    char *target = malloc(8);
    const char *places[] = {"1234567", "12345678", "123456789"};
    for (int i = 0; i < 3; i++) {
        unlink("link");
        assert(symlink(places[i], "link") == 0);
        if (link_target("link", target, 8) == 0)
            assert(memchr(target, 0, 8));
    }
    free(target);
    return 0;
}
