#include "program.c"

#include <assert.h>

int main(void)
{
    struct route *r = calloc(1, sizeof *r);
    r->first = calloc(1, sizeof *r->first);
    r->first->label = calloc(1, 10);
    r->backup = calloc(1, sizeof *r->backup);
    free_route(r);
    free_route(NULL);
    free_route(calloc(1, sizeof *r));
    return 0;
}
