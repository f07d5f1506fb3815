#include "program.c"

#include <assert.h>

int main(void)
{
    char reply[REPLY];
    unknown_command(reply, "SING");
    assert(strcmp(reply, "500 unknown: SING\r\n") == 0);
    return 0;
}
