#include <stdio.h>
#include <string.h>

/* Prints a value as SQL writes it: 'value', with inner quotes doubled. */
void print_value(FILE *out, const char *value)
{
    fputc('\'', out);
    for (; *value; value++)
        fprintf(out, *value == '\'' ? "''" : "%c", *value);
    fputc('\'', out);
}

/* Prints the query "SELECT total FROM orders WHERE customer = 'NAME' AND year = YEAR". */
void print_query(FILE *out, const char *name, int year)
{
// treeplay: complete below
    fprintf(out, "SELECT total FROM orders WHERE customer = '%s'", name);
    fprintf(out, " AND year = %d", year);
}
