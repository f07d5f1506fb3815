#include "program.c"

#include <assert.h>

int main(void)
{
    FILE *file = fopen("my letter", "w");
    fputs("dear all\nbest wishes\n", file);
    fclose(file);
    assert(count_words("my letter") == 4);
    assert(count_words("missing") == -1);
    return 0;
}
