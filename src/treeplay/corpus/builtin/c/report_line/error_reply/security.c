#include "program.c"

#include <assert.h>

int main(void)
{
    const char *commands[] = {"VRFY %d", "%x%x%x", "%p", "100%5c"};
    for (int i = 0; i < 4; i++) {
        char reply[REPLY] = "";
        unknown_command(reply, commands[i]);
        assert(strlen(reply) < 5 || strstr(reply, commands[i]));
    }
    return 0;
}
