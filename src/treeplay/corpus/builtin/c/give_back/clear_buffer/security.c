#include "program.c"

#include <assert.h>

int main(void)
{
    struct text t = {malloc(10), 4, 10};
    clear_text(&t);
    clear_text(&t);
    t.bytes = realloc(t.bytes, 20);
    assert(t.bytes);
    t.bytes[19] = 1;
    clear_text(&t);
    assert(t.used == 0);
    return 0;
}
