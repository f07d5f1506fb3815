#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    assert(strcmp(month_name(1), "January") == 0);
    assert(strcmp(month_name(9), "September") == 0);
    assert(strcmp(month_name(12), "December") == 0);
    return 0;
}
