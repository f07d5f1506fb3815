#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *out = malloc(FIELD);
    char line[400];
    for (int n = FIELD - 2; n < FIELD + 3; n++) {
        memset(line, 'x', sizeof line);
        strcpy(line + n, ",next");
        strcpy(out, "");
        next_field(line, out);
        assert(memchr(out, 0, FIELD));
    }
    memset(line, 'y', sizeof line);
    line[sizeof line - 1] = 0;
    strcpy(out, "");
    next_field(line, out);
    assert(memchr(out, 0, FIELD));
    free(out);
    return 0;
}
