#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    char out[40];
    assert(strcmp(full_name(out, sizeof out, "Ada", "Lovelace"), "Lovelace, Ada") == 0);
    assert(strcmp(full_name(out, sizeof out, "", "Plato"), "Plato") == 0);
    return 0;
}
