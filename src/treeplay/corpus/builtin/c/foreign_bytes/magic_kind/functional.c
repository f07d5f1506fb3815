#include "program.c"

#include <assert.h>

int main(void)
{
    assert(image_kind((const unsigned char *)"\x89PNG\r\n\x1a\n....", 12) == PNG);
    assert(image_kind((const unsigned char *)"\xff\xd8\xff\xe0 JFIF", 9) == JPEG);
    assert(image_kind((const unsigned char *)"GIF89a...", 9) == GIF);
    assert(image_kind((const unsigned char *)"plain text", 10) == UNKNOWN);
    return 0;
}
