#include <stdio.h>
#include <string.h>

struct setting {
    char key[32], value[64];
};

/* Takes a line such as "colour blue" apart into key and value; cuts what is too long. The line is
 * changed. Returns 0, or -1 on failure. */
int parse_setting(char *line, struct setting *s)
{
// treeplay: complete below
    char *key = strtok(line, " \t\n");
    char *value = strtok(NULL, " \t\n");
    if (key == NULL || value == NULL)
        return -1;
    s->key[0] = s->value[0] = '\0';
    strncat(s->key, key, sizeof s->key - 1);
    strncat(s->value, value, sizeof s->value - 1);
    return 0;
}
