#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    mkdir("help", 0700);
    mkdir("help/more", 0700);
    FILE *file = fopen("private.txt", "w");
    fputs("salary", file);
    fclose(file);
    file = fopen("/tmp/private.txt", "w");
    fputs("salary", file);
    fclose(file);
    const char *names[] = {"../private", "more/../../private", "../../private", "./../private"};
    for (int i = 0; i < 4; i++) {
        char text[50] = "";
        file = open_help(names[i]);
        if (file)
            fgets(text, sizeof text, file);
        assert(!strstr(text, "salary"));
    }
    return 0;
}
