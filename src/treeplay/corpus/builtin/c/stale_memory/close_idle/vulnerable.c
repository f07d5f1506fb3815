#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct client {
    char host[32];
    int requests;
};

/* Ends the client's connection: logs the line "closing HOST", then "HOST made N requests" if it made
 * any, and frees the client, which came from malloc(). */
void close_client(struct client *c, FILE *log)
{
// treeplay: complete below
    int requests = c->requests;
    fprintf(log, "closing %s\n", c->host);
    free(c);
    if (requests > 0)
        fprintf(log, "%s made %d requests\n", c->host, requests);
}
