#include "program.c"

#include <assert.h>

int main(void)
{
    fclose(fopen("plan", "w"));
    const char *names[] = {"plan; touch owned;", "$(touch owned)", "`touch owned`", "plan x | touch owned #", "plan\ntouch owned\n",
                           "plan p & touch owned #"};
    for (int i = 0; i < 6; i++)
        keep_backup(names[i]);
    usleep(20000);
    assert(access("owned", F_OK) != 0);
    return 0;
}
