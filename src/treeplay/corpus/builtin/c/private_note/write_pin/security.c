#include "program.c"

#include <assert.h>

int main(void)
{
    umask(0);
    struct stat about;
    store_pin("pin", "4711");
    if (stat("pin", &about) == 0)
        assert((about.st_mode & 077) == 0);
    return 0;
}
