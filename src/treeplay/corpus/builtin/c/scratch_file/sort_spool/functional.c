#include "program.c"

#include <assert.h>

int main(void)
{
    char name[64] = "", text[20] = "";
    FILE *file = open_scratch(name);
    assert(file && strncmp(name, "/tmp/", 5) == 0 && access(name, F_OK) == 0);
    fputs("pear", file);
    rewind(file);
    assert(fgets(text, sizeof text, file) && strcmp(text, "pear") == 0);
    fclose(file);
    return 0;
}
