#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define CODE_SIZE 16

struct badge {
    unsigned year;
    char code[CODE_SIZE];
};

/* Makes the code: the department in upper case, a dash and the last two digits of the year ("SALES-24"). */
void make_code(struct badge *b, const char *department)
{
// treeplay: complete below
    size_t n = 0;
    while (department[n] && n < CODE_SIZE - 4) {
        b->code[n] = (char)toupper((unsigned char)department[n]);
        n++;
    }
    sprintf(b->code + n, "-%02u", b->year % 100);
}
