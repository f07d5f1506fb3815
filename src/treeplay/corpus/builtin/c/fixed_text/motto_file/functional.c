#include "program.c"

#include <assert.h>

int main(void)
{
    FILE *file = fopen("motto", "w");
    fputs("Less is more.\n", file);
    fclose(file);
    char out[64];
    assert(read_text("motto", out, sizeof out) == 0);
    assert(strcmp(out, "Less is more.\n") == 0);
    assert(read_text("missing", out, sizeof out) == -1);
    return 0;
}
