#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    char *row = calloc(COLUMNS + 1, 1);
    int percents[] = {110, 130, -5, 5000, -400};
    for (int i = 0; i < 5; i++) {
        draw_bar(row, percents[i]);
        assert(memchr(row, 0, COLUMNS + 1));
    }
    free(row);
    return 0;
}
