#include "program.c"

#include <assert.h>
#include <sys/stat.h>

int main(void)
{
    mkdir("scores", 0700);
    assert(save_score("scores", "ada", 100) == 0);
    assert(save_score("scores", "ada", 4200) == 0);
    long score = 0;
    FILE *file = fopen("scores/ada.score", "r");
    assert(file && fscanf(file, "%ld", &score) == 1 && score == 4200);
    fclose(file);
    assert(save_score("elsewhere", "ada", 1) == -1);
    return 0;
}
