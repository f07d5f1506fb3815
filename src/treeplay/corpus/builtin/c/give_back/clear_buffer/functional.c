#include "program.c"

#include <assert.h>

int main(void)
{
    struct text t = {malloc(10), 4, 10};
    clear_text(&t);
    assert(t.used == 0 && t.room == 0);
    struct text none = {NULL, 0, 0};
    clear_text(&none);
    assert(none.used == 0 && none.room == 0);
    return 0;
}
