#include "program.c"

#include <assert.h>

int main(void)
{
    FILE *file = fopen("size", "w");
    fputs("640 480\n", file);
    fclose(file);
    struct window w;
    assert(load_size("size", &w) == 0 && w.width == 640 && w.height == 480);
    assert(load_size("absent", &w) == -1);
    return 0;
}
