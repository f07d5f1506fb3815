#include "program.c"

#include <assert.h>

int main(void)
{
    const char *texts[] = {"toner 5%d", "%p %p %p", "%200c", "at 10%x"};
    for (int i = 0; i < 4; i++) {
        struct job *j = calloc(1, sizeof *j);
        j->pages = 2;
        set_status(j, texts[i]);
        assert(strcmp(j->status, "") == 0 || strcmp(j->status, texts[i]) == 0);
        free(j);
    }
    return 0;
}
