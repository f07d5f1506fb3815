#include <string.h>

/* Returns the length of what follows the last dot of the address: 3 for "me@example.com"; -1 for
 * anything that is no such address. */
int top_level_length(const char *address)
{
// treeplay: complete below
    const char *dot = strrchr(address, '.');
    if (dot == NULL)
        return -1;
    return (int)strlen(dot) - 1;
}
