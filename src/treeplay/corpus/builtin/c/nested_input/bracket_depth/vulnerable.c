#include <ctype.h>
#include <stdlib.h>

#define MAX_DEPTH 200

static long sum(const char **at, int depth);

/* Evaluates a sum of numbers and parenthesised sums, such as "1+(2+3)+4". */
long evaluate(const char *text)
{
    return sum(&text, 0);
}

/* Evaluates the sum at *at, inside of depth parentheses, and moves *at behind it. Returns 0 for no sum. */
static long sum(const char **at, int depth)
{
// treeplay: complete below
    long total = 0;
    do {
        total += **at == '+' ? (++*at, 0) : 0;
        if (**at == '(') {
            ++*at;
            total += sum(at, depth + 1);
            *at += **at == ')';
        } else
            total += strtol(*at, (char **)at, 10);
    } while (**at == '+');
    return total;
}
