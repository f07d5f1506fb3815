#include "program.c"

#include <assert.h>

int main(void)
{
    char out[NAME];
    assert(copy_name(out, "Johanna etc", 7) == 0 && strcmp(out, "Johanna") == 0);
    assert(copy_name(out, "", 0) == 0 && strcmp(out, "") == 0);
    assert(copy_name(out, "0123456789012345678901234567890123456789", 32) == -1);
    return 0;
}
