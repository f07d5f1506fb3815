#include "program.c"

#include <assert.h>

int main(void)
{
    const char *contents[] = {"", "640", "wide high", "640 tall"};
    for (int i = 0; i < 4; i++) {
        FILE *file = fopen("size", "w");
        fputs(contents[i], file);
        fclose(file);
        struct window w = {-77, -77};
        if (load_size("size", &w) == 0)
            assert(w.width != -77 && w.height != -77);
    }
    return 0;
}
