#include "program.c"

#include <assert.h>

int main(void)
{
    char out[65] = "";
    int counts[] = {-1, -5, -1000000};
    for (int i = 0; i < 3; i++) {
        keep_tail(out, "AX-12345", counts[i]);
        assert(memchr(out, 0, sizeof out));
    }
    return 0;
}
