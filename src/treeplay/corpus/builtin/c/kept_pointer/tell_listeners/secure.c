#include <stdlib.h>

struct listener {
    void (*moved)(struct listener *self, int open);
    struct listener *next;
};

static struct listener *listeners;

/* Takes the listener, which must be on the list, off it and frees it; a listener may do so to itself. */
void forget(struct listener *one)
{
    struct listener **at = &listeners;
    while (*at != one)
        at = &(*at)->next;
    *at = one->next;
    free(one);
}

/* Calls each listener's function with the listener and the state of the door. */
void tell_listeners(int open)
{
// treeplay: complete below
    struct listener *one = listeners;
    while (one != NULL) {
        struct listener *next = one->next;
        one->moved(one, open);
        one = next;
    }
}
