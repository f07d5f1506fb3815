#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    struct undo *u = calloc(1, sizeof *u);
    for (int i = 0; i < 40; i++)
        remember(u, i);
    assert(u->count >= 0 && u->count <= DEPTH);
    free(u);
    return 0;
}
