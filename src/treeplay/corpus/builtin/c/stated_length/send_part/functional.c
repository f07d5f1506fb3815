#include "program.c"

#include <assert.h>

int main(void)
{
    struct reply r = {0, ""};
    assert(add_range(&r, "0123456789", 10, "Range: bytes=2-5") == 0);
    assert(r.used == 4 && memcmp(r.bytes, "2345", 4) == 0);
    assert(add_range(&r, "0123456789", 10, "Range: bytes=9-9") == 0);
    assert(r.used == 5 && r.bytes[4] == '9');
    assert(add_range(&r, "0123456789", 10, "Range: bytes=5-10") == -1);
    assert(add_range(&r, "0123456789", 10, "Accept: text") == -1);
    return 0;
}
