#include "program.c"

#include <assert.h>

int main(void)
{
    uint8_t data[] = {53, 1, 5, 12, 2, 'h', 'i', 61, 0, 51, 4, 9, 8, 7, 6};
    assert(find_option(data, sizeof data, 53) == 5);
    assert(find_option(data, sizeof data, 12) == 'h');
    assert(find_option(data, sizeof data, 51) == 9);
    assert(find_option(data, sizeof data, 61) == -1);
    assert(find_option(data, sizeof data, 99) == -1);
    assert(find_option(data, 0, 53) == -1);
    return 0;
}
