#include "program.c"

#include <assert.h>

int main(void)
{
    struct stat about;
    assert(create_mail_folder("mail") == 0);
    assert(stat("mail/inbox", &about) == 0 && S_ISDIR(about.st_mode));
    assert(create_mail_folder("mail") == 0);
    assert(create_mail_folder("a/b/c") == -1);
    return 0;
}
