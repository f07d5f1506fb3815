#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    const char *names[] = {"Tom\nopen Tom", "Tom\r\nopen Tom", "\nopen Tom\n"};
    for (int i = 0; i < 3; i++) {
        char text[200] = "";
        FILE *log = fmemopen(text, sizeof text, "w");
        log_entry(log, names[i], 0);
        fclose(log);
        assert(!strstr(text, "\nopen") && !strstr(text, "\ropen") && strncmp(text, "open", 4) != 0);
    }
    return 0;
}
