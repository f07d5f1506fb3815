#include "program.c"

#include <assert.h>

static int calls;
static void once(struct listener *self, int open)
{
    calls++;
    forget(self);
}

int main(void)
{
    for (int i = 0; i < 3; i++) {
        struct listener *one = malloc(sizeof *one);
        one->moved = once;
        one->next = listeners;
        listeners = one;
    }
    tell_listeners(1);
    assert(calls >= 1 && calls <= 3);
    tell_listeners(0);
    assert(calls <= 3);
    return 0;
}
