#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    mkdir("help", 0700);
    FILE *file = fopen("help/print.txt", "w");
    fputs("Press the button.", file);
    fclose(file);
    char text[50] = "";
    file = open_help("print");
    assert(file && fgets(text, sizeof text, file) && strcmp(text, "Press the button.") == 0);
    fclose(file);
    assert(open_help("fax") == NULL);
    return 0;
}
