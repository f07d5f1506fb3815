#include "program.c"

#include <assert.h>

int main(void)
{
    FILE *file = fopen("draft", "w");
    fclose(file);
    assert(publish("All is well.\n", "page", "draft") == 0);
    char text[50] = "";
    file = fopen("page", "r");
    assert(fgets(text, sizeof text, file) && strcmp(text, "All is well.\n") == 0);
    fclose(file);
    assert(access("draft", F_OK) != 0);
    assert(publish("x", "no/such/folder", "page") == -1 && access("page", F_OK) == 0);
    return 0;
}
