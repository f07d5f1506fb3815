#include "program.c"

#include <assert.h>

int main(void)
{
    char text[60] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    print_amount(out, "1234567");
    print_amount(out, "999");
    print_amount(out, "1000");
    fclose(out);
    assert(strcmp(text, "1,234,567\n999\n1,000\n") == 0);
    return 0;
}
