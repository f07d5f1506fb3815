#include <string.h>

#define NAME 32

/* Copies length characters of the name at data to out, an array of NAME bytes, as a string. Returns 0,
 * or -1 if the name is too long. */
int copy_name(char *out, const char *data, int length)
{
// treeplay: complete below
    if (length >= NAME)
        return -1;
    memcpy(out, data, length);
    out[length] = '\0';
    return 0;
}
