#include <ctype.h>
#include <stddef.h>
#include <stdio.h>

static int digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

/* Decodes pairs of hexadecimal digits into the cap bytes at out; stops at the first character that is
 * none. Returns the number of bytes written. */
size_t from_hex(const char *text, unsigned char *out, size_t cap)
{
// treeplay: complete below
    size_t n = 0;
    while (isxdigit((unsigned char)text[0]) && isxdigit((unsigned char)text[1])) {
        out[n++] = (unsigned char)(digit(text[0]) << 4 | digit(text[1]));
        text += 2;
    }
    return n;
}
