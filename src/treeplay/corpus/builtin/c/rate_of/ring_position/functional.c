#include "program.c"

#include <assert.h>

int main(void)
{
    struct pool p = {{"a", "b", "c"}, 3};
    assert(server_for(&p, 0) == p.servers[0]);
    assert(server_for(&p, 5) == p.servers[2]);
    assert(server_for(&p, 301) == p.servers[1]);
    return 0;
}
