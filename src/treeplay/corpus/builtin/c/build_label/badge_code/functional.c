#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct badge b = {2024, ""};
    make_code(&b, "Sales");
    assert(strcmp(b.code, "SALES-24") == 0);
    b.year = 2007;
    make_code(&b, "it");
    assert(strcmp(b.code, "IT-07") == 0);
    return 0;
}
