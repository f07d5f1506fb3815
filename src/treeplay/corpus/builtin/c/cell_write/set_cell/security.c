#include "program.c"

#include <assert.h>

int main(void)
{
    struct board b = {4, 3, calloc(12, 1)};
    int places[][2] = {{0, 3}, {-1, 0}, {0, -1}, {4, 2}, {90, 1}};
    for (int i = 0; i < 5; i++)
        put_letter(&b, places[i][0], places[i][1], 'x');
    free(b.cells);
    return 0;
}
