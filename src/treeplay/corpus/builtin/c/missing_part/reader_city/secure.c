#include <stddef.h>

struct reader {
    long card;
    const char *name, *city;
};

static const struct reader READERS[] = {
    {1001, "Mora", "Lisbon"},
    {1002, "Ito", "Kyoto"},
    {1005, "Berg", "Oslo"},
};

static const struct reader *by_card(long card)
{
    for (size_t i = 0; i < sizeof READERS / sizeof READERS[0]; i++)
        if (READERS[i].card == card)
            return &READERS[i];
    return NULL;
}

/* Returns the city of the reader with this card. */
const char *city_of(long card)
{
// treeplay: complete below
    const struct reader *found = by_card(card);
    return found ? found->city : "";
}
