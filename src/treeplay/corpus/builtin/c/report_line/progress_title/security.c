#include "program.c"

#include <assert.h>

int main(void)
{
    const char *files[] = {"a%db.txt", "%c%c%c%c", "%lx.%lx", "%9d"};
    for (int i = 0; i < 4; i++) {
        char text[300] = "";
        FILE *out = fmemopen(text, sizeof text, "w");
        show_progress(out, files[i], 5);
        fclose(out);
        assert(strlen(text) < 6 || strstr(text, files[i]));
    }
    return 0;
}
