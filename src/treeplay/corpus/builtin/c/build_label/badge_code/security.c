#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    struct badge *b = calloc(1, sizeof *b);
    const char *departments[] = {"engineering1", "engineering12", "engineering123", "research and development of everything"};
    for (int i = 0; i < 4; i++) {
        b->year = 2024;
        make_code(b, departments[i]);
        assert(b->year == 2024 && memchr(b->code, 0, CODE_SIZE));
    }
    free(b);
    return 0;
}
