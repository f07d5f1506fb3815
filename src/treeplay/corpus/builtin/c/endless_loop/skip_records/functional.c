#include "program.c"

#include <assert.h>

int main(void)
{
    uint8_t data[] = {3, 'a', 'b', 1, 2, 'x', 4, 'y'};
    assert(count_records(data, sizeof data) == 4);
    assert(count_records(data, 6) == 3);
    assert(count_records(data, 0) == 0);
    return 0;
}
