#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

#define ID_BYTES 16

/* Stores a new random session id in id: 32 lower-case hexadecimal digits, as a string.
 * Returns 0, or -1 on failure. */
int new_session_id(char id[2 * ID_BYTES + 1])
{
// treeplay: complete below
    unsigned char bytes[ID_BYTES];
    for (int i = 0; i < ID_BYTES; i++)
        bytes[i] = (unsigned char)rand();
    for (int i = 0; i < ID_BYTES; i++)
        sprintf(id + 2 * i, "%02x", bytes[i]);
    return 0;
}
