#include "program.c"

#include <assert.h>

int main(void)
{
    struct colour c;
    assert(parse_colour("#ff8001", &c) == 1);
    assert(c.red == 255 && c.green == 128 && c.blue == 1);
    assert(parse_colour("red", &c) == 0);
    return 0;
}
