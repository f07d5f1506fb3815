#include "program.c"

#include <assert.h>

int main(void)
{
    char *path = strdup("/bin:/usr/bin");
    if (add_folder(&path, path + 5) == 0)
        assert(strcmp(path, "/bin:/usr/bin:/usr/bin") == 0);
    return 0;
}
