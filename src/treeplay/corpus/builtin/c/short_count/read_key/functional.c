#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    int fd = open("key", O_WRONLY | O_CREAT, 0600);
    assert(write(fd, "0123456789abcdef rest", 21) == 21);
    close(fd);
    uint8_t key[KEY];
    assert(load_key("key", key) == 0 && memcmp(key, "0123456789abcdef", KEY) == 0);
    assert(load_key("lost", key) == -1);
    return 0;
}
