#include "program.c"

#include <assert.h>

int main(void)
{
    char page[100] = "";
    FILE *out = fmemopen(page, sizeof page, "w");
    print_greeting(out, "Ida");
    fclose(out);
    assert(strcmp(page, "<p>Welcome, Ida!</p>") == 0);
    return 0;
}
