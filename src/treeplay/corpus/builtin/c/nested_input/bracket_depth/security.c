#include "program.c"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    size_t n = 2000000;
    char *text = malloc(n + 2);
    memset(text, '(', n);
    strcpy(text + n, "1");
    assert(evaluate(text) < 1000);
    free(text);
    return 0;
}
