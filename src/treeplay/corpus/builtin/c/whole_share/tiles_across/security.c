#include "program.c"

#include <assert.h>

int main(void)
{
    struct layout l = {0, 0, 0};
    uint8_t headers[2][8] = {{10}, {0}};
    for (int i = 0; i < 2; i++)
        if (read_layout(headers[i], &l) == 0)
            assert(l.across <= 10);
    return 0;
}
