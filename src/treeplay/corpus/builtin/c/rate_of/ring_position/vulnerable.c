#include <stddef.h>

struct pool {
    const char *servers[16];
    unsigned count;
};

/* Returns the server for the request with this number: the servers take turns. */
const char *server_for(const struct pool *p, unsigned request)
{
// treeplay: complete below
    return p->servers[request % p->count];
}
