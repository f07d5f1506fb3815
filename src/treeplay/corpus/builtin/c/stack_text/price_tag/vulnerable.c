#include <stdio.h>
#include <string.h>

/* Prints the digits, a whole number in decimal, with a comma before every group of three: "1234567"
 * becomes "1,234,567". Prints a newline after it. */
void print_amount(FILE *out, const char *digits)
{
// treeplay: complete below
    char text[32];
    size_t left = strlen(digits), n = 0;
    for (const char *at = digits; left > 0; at++, left--) {
        if (at != digits && left % 3 == 0)
            text[n++] = ',';
        text[n++] = *at;
    }
    text[n] = '\0';
    fprintf(out, "%s\n", text);
}
