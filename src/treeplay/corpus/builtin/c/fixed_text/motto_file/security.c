#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    for (int length = 7; length <= 9; length++) {
        FILE *file = fopen("motto", "w");
        fprintf(file, "%.*s", length, "abcdefghi");
        fclose(file);
        char *out = malloc(8);
        if (read_text("motto", out, 8) == 0)
            assert(memchr(out, 0, 8));
        free(out);
    }
    return 0;
}
