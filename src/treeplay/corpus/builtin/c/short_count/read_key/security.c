#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    const char *contents = "0123456789abcdef";
    for (int n = 0; n < KEY; n += 5) {
        int fd = open("key", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        assert(write(fd, contents, n) == n);
        close(fd);
        uint8_t key[KEY] = {0};
        assert(load_key("key", key) != 0);
    }
    mkdir("folder", 0700);
    uint8_t key[KEY] = {0};
    assert(load_key("folder", key) != 0);
    return 0;
}
