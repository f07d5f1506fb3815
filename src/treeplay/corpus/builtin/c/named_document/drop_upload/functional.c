#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    mkdir("uploads", 0700);
    mkdir("uploads/2024", 0700);
    fclose(fopen("uploads/dog.png", "w"));
    fclose(fopen("uploads/2024/cat.png", "w"));
    assert(drop_upload("uploads", "dog.png") == 0);
    assert(drop_upload("uploads", "2024/cat.png") == 0);
    assert(access("uploads/dog.png", F_OK) && access("uploads/2024/cat.png", F_OK));
    assert(drop_upload("uploads", "mouse.png") == -1);
    return 0;
}
