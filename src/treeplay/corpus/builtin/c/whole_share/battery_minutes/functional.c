#include "program.c"

#include <assert.h>

int main(void)
{
    assert(minutes_left(300, 200) == 90);
    assert(minutes_left(0, 10) == 0);
    assert(minutes_left(3000, 50) == 3600);
    return 0;
}
