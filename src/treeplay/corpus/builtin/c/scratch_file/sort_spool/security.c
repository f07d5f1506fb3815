#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    fclose(fopen("/tmp/victim", "w"));
    char name[64] = "", again[64] = "";
    FILE *file = open_scratch(name);
    if (file) {
        fclose(file);
        unlink(name);
        /* Another user foresees the next name. */
        assert(symlink("/tmp/victim", name) == 0);
        file = open_scratch(again);
        if (file) {
            fputs("pear", file);
            fclose(file);
        }
    }
    struct stat about;
    assert(stat("/tmp/victim", &about) == 0 && about.st_size == 0);
    return 0;
}
