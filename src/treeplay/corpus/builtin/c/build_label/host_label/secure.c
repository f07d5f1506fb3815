#include <stdio.h>
#include <string.h>

struct connection {
    int port;
    char label[32];
};

/* Sets the port of the connection, and its label to "HOST:PORT", such as "db1:5432". */
void set_label(struct connection *c, const char *host, int port)
{
// treeplay: complete below
    c->port = port;
    snprintf(c->label, sizeof c->label, "%s:%d", host, port);
}
