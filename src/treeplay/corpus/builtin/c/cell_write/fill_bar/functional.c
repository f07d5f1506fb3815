#include "program.c"

#include <assert.h>

int main(void)
{
    char row[COLUMNS + 1];
    draw_bar(row, 50);
    assert(strcmp(row, "##########          ") == 0);
    draw_bar(row, 0);
    assert(strcmp(row, "                    ") == 0);
    draw_bar(row, 100);
    assert(strcmp(row, "####################") == 0);
    return 0;
}
