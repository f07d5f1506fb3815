#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    FILE *file = fopen("notes", "w");
    fputs("one ", file);
    fclose(file);
    int fd = open_notes("notes");
    assert(fd >= 0 && write(fd, "two", 3) == 3);
    close(fd);
    char text[20] = "";
    file = fopen("notes", "r");
    assert(fread(text, 1, 19, file) == 7 && memcmp(text, "one two", 7) == 0);
    mkdir("folder", 0700);
    assert(open_notes("folder") == -1);
    assert(open_notes("missing") == -1);
    return 0;
}
