#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    struct stat about;
    assert(make_project("work/2024/site") == 0);
    assert(stat("work/2024/site", &about) == 0 && S_ISDIR(about.st_mode));
    assert(make_project("work/2024") == 0);
    fclose(fopen("plain", "w"));
    assert(make_project("plain/x") == -1);
    return 0;
}
