#include "program.c"

#include <assert.h>

int main(void)
{
    struct pool p = {{NULL}, 0};
    for (unsigned i = 0; i < 5; i++) {
        const char *server = server_for(&p, i);
        assert(!server || server[0] == 0);
    }
    return 0;
}
