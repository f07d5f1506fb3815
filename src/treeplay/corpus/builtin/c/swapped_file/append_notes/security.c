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

static void act(void)
{
    unlink("notes");
    assert(symlink("private", "notes") == 0);
}

int main(void)
{
    fclose(fopen("private", "w"));
    fclose(fopen("notes", "w"));
    int fd = open_notes("notes");
    if (fd >= 0)
        assert(write(fd, "x", 1) == 1);
    struct stat about;
    assert(stat("private", &about) == 0 && about.st_size == 0);
    act();
    fd = open_notes("notes");
    if (fd >= 0)
        assert(write(fd, "x", 1) == 1);
    assert(stat("private", &about) == 0 && about.st_size == 0);
    return 0;
}
