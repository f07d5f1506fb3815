#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct message m;
    uint8_t data[] = {7, 3, 'a', 'b', 'c'};
    assert(read_message(data, sizeof data, &m) == 0);
    assert(m.kind == 7 && m.size == 3 && memcmp(m.body, "abc", 3) == 0);
    assert(read_message(data, 4, &m) == -1);
    assert(read_message(data, 1, &m) == -1);
    uint8_t empty[] = {1, 0};
    assert(read_message(empty, 2, &m) == 0 && m.size == 0);
    return 0;
}
