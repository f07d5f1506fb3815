#include "program.c"

#include <assert.h>
#include <sys/stat.h>
#include <sys/time.h>

int main(void)
{
    char newest[256] = "";
    mkdir("photos", 0700);
    mkdir("empty", 0700);
    fclose(fopen("photos/old.jpg", "w"));
    fclose(fopen("photos/new.jpg", "w"));
    struct timeval past[2] = {{1000000, 0}, {1000000, 0}};
    utimes("photos/old.jpg", past);
    assert(newest_file("photos", newest) == 0 && strcmp(newest, "new.jpg") == 0);
    assert(newest_file("./photos/", newest) == 0 && strcmp(newest, "new.jpg") == 0);
    assert(newest_file("empty", newest) == -1);
    return 0;
}
