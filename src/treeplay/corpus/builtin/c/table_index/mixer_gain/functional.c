#include "program.c"

#include <assert.h>

int main(void)
{
    struct mixer m = {{0}};
    assert(set_gain(&m, "3 40") == 0 && m.gain[3] == 40);
    assert(set_gain(&m, "7 -6") == 0 && m.gain[7] == -6);
    assert(set_gain(&m, "0 1") == 0 && m.gain[0] == 1);
    assert(set_gain(&m, "loud") == -1);
    return 0;
}
