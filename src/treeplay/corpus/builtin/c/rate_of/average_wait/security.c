#include "program.c"

#include <assert.h>

int main(void)
{
    struct call calls[] = {{0, 20}, {0, 500}};
    assert(mean_wait(calls, 2) <= 500);
    assert(mean_wait(calls, 0) <= 500);
    return 0;
}
