#include "program.c"

#include <assert.h>

int main(void)
{
    volatile int drain = 0;
    int minutes = minutes_left(300, drain);
    minutes += minutes_left(0, drain);
    assert(minutes != 12345);
    return 0;
}
