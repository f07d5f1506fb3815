#include <stdio.h>
#include <string.h>

/* Prints the digits, a whole number in decimal, with a comma before every group of three: "1234567"
 * becomes "1,234,567". Prints a newline after it. */
void print_amount(FILE *out, const char *digits)
{
// treeplay: complete below
    size_t left = strlen(digits);
    for (const char *at = digits; left > 0; at++, left--) {
        if (at != digits && left % 3 == 0)
            fputc(',', out);
        fputc(*at, out);
    }
    fputc('\n', out);
}
