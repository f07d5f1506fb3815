#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    struct connection *c = calloc(1, sizeof *c);
    char host[201];
    for (size_t n = 20; n <= 200; n++) {
        memset(host, 'a', n);
        host[n] = 0;
        set_label(c, host, 65535);
        assert(memchr(c->label, 0, sizeof c->label));
    }
    free(c);
    return 0;
}
