#include "program.c"

#include <assert.h>

int main(void)
{
    const char *names[] = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p><b>"};
    for (int i = 0; i < 3; i++) {
        char page[400] = "";
        FILE *out = fmemopen(page, sizeof page, "w");
        print_greeting(out, names[i]);
        fclose(out);
        assert(!strstr(page, "<script") && !strstr(page, "<img") && !strstr(page, "<b>"));
    }
    return 0;
}
