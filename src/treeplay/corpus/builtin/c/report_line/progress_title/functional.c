#include "program.c"

#include <assert.h>

int main(void)
{
    char text[100] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    show_progress(out, "holiday.mp4", 45);
    fclose(out);
    assert(strcmp(text, "holiday.mp4                    45%\n") == 0);
    return 0;
}
