#include "program.c"

#include <assert.h>

int main(void)
{
    assert(top_level_length("postmaster") <= 0);
    assert(top_level_length("root@localhost") <= 0);
    assert(top_level_length("") <= 0);
    return 0;
}
