#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *out = malloc(12);
    full_name(out, 12, "Bartholomew", "Ng");
    assert(memchr(out, 0, 12));
    strcpy(out, "");
    full_name(out, 12, "", "Featherstonehaugh");
    assert(memchr(out, 0, 12));
    free(out);
    return 0;
}
