#include "program.c"

#include <assert.h>

int main(void)
{
    struct track t;
    assert(make_silent(&t, 50, 2) == 0);
    assert(t.frames == 50 && t.channels == 2);
    for (int i = 0; i < 100; i++)
        assert(t.samples[i] == 0);
    t.samples[99] = 1;
    free(t.samples);
    return 0;
}
