#include "program.c"

#include <assert.h>

int main(void)
{
    char cells[12] = {0};
    struct board b = {4, 3, cells};
    assert(put_letter(&b, 0, 0, 'a') == 1 && cells[0] == 'a');
    assert(put_letter(&b, 3, 2, 'z') == 1 && cells[11] == 'z');
    assert(put_letter(&b, 1, 1, 'm') == 1 && cells[5] == 'm');
    return 0;
}
