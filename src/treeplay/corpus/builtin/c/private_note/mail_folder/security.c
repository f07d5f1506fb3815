#include "program.c"

#include <assert.h>

int main(void)
{
    umask(0);
    struct stat about;
    create_mail_folder("mail");
    if (stat("mail", &about) == 0)
        assert((about.st_mode & 077) == 0);
    return 0;
}
