#include "program.c"

#include <assert.h>

int main(void)
{
    char text[80] = "";
    FILE *log = fmemopen(text, sizeof text, "w");
    struct client *c = calloc(1, sizeof *c);
    strcpy(c->host, "10.0.0.7");
    close_client(c, log);
    fclose(log);
    assert(strcmp(text, "closing 10.0.0.7\n") == 0);
    return 0;
}
