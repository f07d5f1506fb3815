#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The attacker acts as soon as the program has looked at the file. */
static void act(void);
#define LOOK(call)              \
    ({                          \
        int result_ = (call);   \
        act();                  \
        result_;                \
    })
#define stat(path, about) LOOK(stat(path, about))
#define lstat(path, about) LOOK(lstat(path, about))
#define access(path, mode) LOOK(access(path, mode))
#include "program.c"
#undef stat
#undef lstat
#undef access

static int other_has_it;

static void act(void)
{
    FILE *other = fopen("lock", "wx");
    if (other) {
        fputs("another", other);
        fclose(other);
        other_has_it = 1;
    }
}

int main(void)
{
    int taken = take_lock("lock", "us");
    assert(taken != 0 || !other_has_it);
    return 0;
}
