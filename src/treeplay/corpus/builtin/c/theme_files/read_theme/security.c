#include "program.c"

#include <assert.h>

int main(void)
{
    mkdir("themes", 0700);
    FILE *file = fopen("password", "w");
    fputs("hunter2\n", file);
    fclose(file);
    const char *names[] = {"../password", "./../password", "../themes/../password"};
    for (int i = 0; i < 3; i++) {
        char line[40] = "";
        theme_line(names[i], line, sizeof line);
        assert(!strstr(line, "hunter2"));
    }
    return 0;
}
