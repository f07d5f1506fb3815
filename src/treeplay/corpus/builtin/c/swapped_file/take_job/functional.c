#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    assert(take_lock("lock", "worker 1") == 0);
    assert(take_lock("lock", "worker 2") == -1);
    char text[30] = "";
    FILE *file = fopen("lock", "r");
    assert(fgets(text, sizeof text, file) && strcmp(text, "worker 1\n") == 0);
    fclose(file);
    unlink("lock");
    assert(take_lock("lock", "worker 3") == 0);
    return 0;
}
