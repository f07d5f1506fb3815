#include <stdio.h>
#include <string.h>

#define REPLY 128

/* Writes the reply to the command into reply, an array of REPLY bytes: "500 unknown: COMMAND\r\n". */
void unknown_command(char *reply, const char *command)
{
// treeplay: complete below
    char text[REPLY];
    snprintf(text, sizeof text, "500 unknown: %.80s\r\n", command);
    snprintf(reply, REPLY, text);
}
