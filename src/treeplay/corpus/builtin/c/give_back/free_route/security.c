#include "program.c"

#include <assert.h>

int main(void)
{
    struct route *r = calloc(1, sizeof *r);
    r->first = r->backup = calloc(1, sizeof *r->first);
    r->first->label = calloc(1, 10);
    free_route(r);
    return 0;
}
