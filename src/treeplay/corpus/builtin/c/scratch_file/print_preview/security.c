#include "program.c"

#include <assert.h>

int main(void)
{
    char path[100] = "", again[100] = "";
    mkdir("pages", 0700);
    fclose(fopen("victim", "w"));
    if (save_preview("pages", "Dear Sirs", path, sizeof path) == 0) {
        /* Another user of the folder foresees the next name. */
        unlink(path);
        assert(symlink("../victim", path) == 0);
        save_preview("pages", "Dear Madam", again, sizeof again);
    }
    struct stat about;
    assert(stat("victim", &about) == 0 && about.st_size == 0);
    return 0;
}
