#include "program.c"

#include <assert.h>
#include <signal.h>
#include <sys/resource.h>

int main(void)
{
    FILE *file = fopen("draft", "w");
    fputs("the only copy", file);
    fclose(file);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = {100, 100};
    assert(setrlimit(RLIMIT_FSIZE, &small) == 0);
    static char text[9000];
    memset(text, 'x', sizeof text - 1);
    publish(text, "page", "draft");
    assert(access("draft", F_OK) == 0);
    return 0;
}
