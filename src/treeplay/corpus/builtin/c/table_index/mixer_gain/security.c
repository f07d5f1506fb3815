#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    const char *requests[] = {"8 1", "-1 1", "9 7", "-4 2", "1000000 5"};
    struct mixer *m = calloc(1, sizeof *m);
    for (int i = 0; i < 5; i++)
        set_gain(m, requests[i]);
    free(m);
    return 0;
}
