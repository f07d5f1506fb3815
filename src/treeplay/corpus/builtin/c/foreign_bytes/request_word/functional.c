#include "program.c"

#include <assert.h>

int main(void)
{
    size_t length = 0;
    const char *get = "GET /index.html HTTP/1.1\r\n";
    assert(find_target(get, strlen(get), &length) == 4 && length == 11);
    const char *post = "POST / HTTP/1.0";
    assert(find_target(post, strlen(post), &length) == 5 && length == 1);
    assert(find_target("nonsense", 8, &length) == -1);
    return 0;
}
