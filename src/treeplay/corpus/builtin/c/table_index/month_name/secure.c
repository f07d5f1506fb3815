#include <stddef.h>

static const char *const MONTHS[12] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

/* Returns the name of a month by its number, 1 for January. */
const char *month_name(int month)
{
// treeplay: complete below
    if (month < 1 || month > 12)
        return "";
    return MONTHS[month - 1];
}
