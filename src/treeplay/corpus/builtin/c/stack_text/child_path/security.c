#include "program.c"

#include <assert.h>

int main(void)
{
    char name[6001];
    for (int length = 100; length <= 6000; length += length < 300 ? 1 : 100) {
        memset(name, 'n', length);
        name[length] = 0;
        assert(file_size(".", name) == -1);
        assert(file_size(name, "n") == -1);
    }
    return 0;
}
