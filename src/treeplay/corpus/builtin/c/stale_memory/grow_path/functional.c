#include "program.c"

#include <assert.h>

int main(void)
{
    char *path = strdup("/bin");
    assert(add_folder(&path, "/usr/bin") == 0 && strcmp(path, "/bin:/usr/bin") == 0);
    assert(add_folder(&path, "/opt") == 0 && strcmp(path, "/bin:/usr/bin:/opt") == 0);
    free(path);
    return 0;
}
