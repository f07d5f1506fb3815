#include <string.h>

/* Copies the last n characters of the serial number, or all of it if it has no more than n, into out, of
 * 65 bytes, as a string. Serial numbers have at most 64 characters; n comes from the settings. */
void keep_tail(char *out, const char *serial, int n)
{
// treeplay: complete below
    int length = strlen(serial);
    if (n > length)
        n = length;
    memcpy(out, serial + length - n, n);
    out[n] = '\0';
}
