#include "program.c"

#include <assert.h>

int main(void)
{
    const char *ranges[] = {"Range: bytes=8-2", "Range: bytes=9-0", "Range: bytes=-30-2", "Range: bytes=700-1"};
    for (int i = 0; i < 4; i++) {
        struct reply *r = calloc(1, sizeof *r);
        char *content = malloc(10);
        memset(content, 'x', 10);
        add_range(r, content, 10, ranges[i]);
        assert(r->used <= 10);
        free(content);
        free(r);
    }
    return 0;
}
