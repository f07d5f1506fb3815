#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    int wrong[] = {0, 13, -1, 14, 255};
    for (int i = 0; i < 5; i++) {
        const char *name = month_name(wrong[i]);
        assert(!name || strlen(name) < 100);
    }
    return 0;
}
