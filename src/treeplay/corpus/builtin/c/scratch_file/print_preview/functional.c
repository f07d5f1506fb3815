#include "program.c"

#include <assert.h>

int main(void)
{
    char path[100] = "", text[30] = "";
    mkdir("pages", 0700);
    assert(save_preview("pages", "Dear Sirs", path, sizeof path) == 0);
    FILE *file = fopen(path, "r");
    assert(file && fgets(text, sizeof text, file) && strcmp(text, "Dear Sirs") == 0);
    assert(strncmp(path, "pages/", 6) == 0);
    assert(save_preview("none", "Dear Sirs", path, sizeof path) == -1);
    return 0;
}
