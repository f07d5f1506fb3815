#include "program.c"

#include <assert.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    mkdir("scores", 0700);
    mkdir("scores/sub", 0700);
    save_score("scores", "../official", 9);
    save_score("scores", "sub/../../official", 9);
    save_score("scores", "../../outside", 9);
    assert(access("official.score", F_OK) != 0);
    assert(access("/tmp/outside.score", F_OK) != 0);
    return 0;
}
