#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct connection c;
    set_label(&c, "db1", 5432);
    assert(c.port == 5432 && strcmp(c.label, "db1:5432") == 0);
    set_label(&c, "mail.example.com", 25);
    assert(c.port == 25 && strcmp(c.label, "mail.example.com:25") == 0);
    return 0;
}
