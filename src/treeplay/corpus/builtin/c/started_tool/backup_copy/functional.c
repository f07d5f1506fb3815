#include "program.c"

#include <assert.h>

int main(void)
{
    FILE *file = fopen("plan", "w");
    fputs("step one", file);
    fclose(file);
    assert(keep_backup("plan") == 0);
    char text[20] = "";
    file = fopen("plan.bak", "r");
    assert(file && fgets(text, sizeof text, file) && strcmp(text, "step one") == 0);
    fclose(file);
    assert(access("plan", F_OK) == 0);
    assert(keep_backup("nothing") == -1);
    return 0;
}
