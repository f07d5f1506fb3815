#include "program.c"

#include <assert.h>
#include <unistd.h>

int main(void)
{
    uint8_t data[] = {3, 'a', 'b', 0, 2, 'x'};
    alarm(1);
    assert(count_records(data, sizeof data) < 10);
    alarm(0);
    return 0;
}
