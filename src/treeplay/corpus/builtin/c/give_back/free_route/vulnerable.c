#include <stdlib.h>

struct gateway {
    unsigned address;
    char *label;
};

struct route {
    struct gateway *first, *backup;
};

/* Frees a gateway and its label. */
void free_gateway(struct gateway *g)
{
    if (g != NULL)
        free(g->label);
    free(g);
}

/* Frees a route and its gateways. Where a network has only one, it is both first and backup. */
void free_route(struct route *r)
{
// treeplay: complete below
    if (r == NULL)
        return;
    free_gateway(r->backup);
    free_gateway(r->first);
    free(r);
}
