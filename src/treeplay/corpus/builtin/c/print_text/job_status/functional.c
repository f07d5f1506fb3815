#include "program.c"

#include <assert.h>

int main(void)
{
    struct job j = {3, ""};
    set_status(&j, "warming up");
    assert(strcmp(j.status, "warming up") == 0);
    j.pages = 0;
    set_status(&j, "ready");
    assert(strcmp(j.status, "[ready]") == 0);
    return 0;
}
