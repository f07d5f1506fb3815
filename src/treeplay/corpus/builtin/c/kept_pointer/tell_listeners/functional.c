#include "program.c"

#include <assert.h>

static int calls, opened;
static void count(struct listener *self, int open)
{
    calls++;
    opened += open;
}

int main(void)
{
    struct listener second = {count, NULL}, first = {count, &second};
    tell_listeners(1);
    assert(calls == 0);
    listeners = &first;
    tell_listeners(1);
    tell_listeners(0);
    assert(calls == 4 && opened == 2);
    return 0;
}
