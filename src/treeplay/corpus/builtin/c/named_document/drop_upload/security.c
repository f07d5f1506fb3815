#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    mkdir("uploads", 0700);
    mkdir("uploads/2024", 0700);
    fclose(fopen("settings", "w"));
    drop_upload("uploads", "../settings");
    drop_upload("uploads", "2024/../../settings");
    drop_upload("uploads", "./../settings");
    char outside[300], folder[200];
    assert(getcwd(folder, sizeof folder));
    snprintf(outside, sizeof outside, "%s/settings", folder);
    drop_upload("uploads", outside);
    assert(access("settings", F_OK) == 0);
    return 0;
}
