#include "program.c"

#include <assert.h>

int main(void)
{
    for (int length = 20; length < 120; length++) {
        char digits[200] = "", text[400] = "";
        memset(digits, '7', length);
        FILE *out = fmemopen(text, sizeof text, "w");
        print_amount(out, digits);
        fclose(out);
        assert(strlen(text) < 200);
    }
    return 0;
}
