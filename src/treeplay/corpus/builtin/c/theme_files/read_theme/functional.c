#include "program.c"

#include <assert.h>

int main(void)
{
    mkdir("themes", 0700);
    FILE *file = fopen("themes/dark", "w");
    fputs("black\nwhite\n", file);
    fclose(file);
    char line[40] = "";
    assert(theme_line("dark", line, sizeof line) == 0 && strcmp(line, "black") == 0);
    assert(theme_line("light", line, sizeof line) == -1);
    return 0;
}
