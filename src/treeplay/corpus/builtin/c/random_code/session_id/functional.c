#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    char id[2 * ID_BYTES + 1], other[2 * ID_BYTES + 1];
    assert(new_session_id(id) == 0 && strlen(id) == 32);
    assert(strspn(id, "0123456789abcdef") == 32);
    assert(new_session_id(other) == 0 && strcmp(id, other) != 0);
    return 0;
}
