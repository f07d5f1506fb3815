#include "program.c"

#include <assert.h>

int main(void)
{
    struct call calls[] = {{1, 20}, {0, 500}, {1, 41}};
    assert(mean_wait(calls, 3) == 30);
    assert(mean_wait(calls, 1) == 20);
    return 0;
}
