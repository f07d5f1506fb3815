#include "program.c"

#include <assert.h>
#include <sanitizer/asan_interface.h>

int main(void)
{
    struct route *r = calloc(1, sizeof *r);
    r->first = calloc(1, sizeof *r->first);
    r->first->label = calloc(1, 10);
    r->backup = calloc(1, sizeof *r->backup);
    void *parts[] = {r, r->first, r->first->label, r->backup};
    free_route(r);
    for (int i = 0; i < 4; i++)
        assert(__asan_address_is_poisoned(parts[i])); /* as freed memory is */
    free_route(NULL);
    free_route(calloc(1, sizeof *r));
    return 0;
}
