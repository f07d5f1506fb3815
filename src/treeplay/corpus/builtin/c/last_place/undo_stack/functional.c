#include "program.c"

#include <assert.h>

int main(void)
{
    struct undo u = {0};
    for (int i = 0; i < 10; i++)
        assert(remember(&u, i * i) == 0);
    assert(u.count == 10 && u.steps[0] == 0 && u.steps[9] == 81);
    return 0;
}
