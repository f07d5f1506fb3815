#include "program.c"

#include <assert.h>

int main(void)
{
    assert(top_level_length("me@example.com") == 3);
    assert(top_level_length("you@some.museum") == 6);
    assert(top_level_length("post@a.b.de") == 2);
    return 0;
}
