#include "program.c"

#include <assert.h>

int main(void)
{
    mkdir("box", 0700);
    FILE *file = fopen("box/pen", "w");
    fputs("ink", file);
    fclose(file);
    assert(file_size("box", "pen") == 3);
    assert(file_size("box", "cap") == -1);
    return 0;
}
