#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    struct message *m = calloc(1, sizeof *m);
    uint8_t data[257];
    for (int size = 64; size < 256; size++) {
        memset(data, 'x', sizeof data);
        data[0] = 1;
        data[1] = (uint8_t)size;
        if (read_message(data, sizeof data, m) == 0)
            assert(m->size <= sizeof m->body);
    }
    free(m);
    return 0;
}
