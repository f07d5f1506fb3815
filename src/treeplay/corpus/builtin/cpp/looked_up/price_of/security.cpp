#include "program.cpp"

#include <cassert>
#include <exception>

int main(void)
{
    std::unordered_map<std::string, int> prices{{"tea", 350}, {"cup", 799}};
    for (const char *article : {"pot", "", "Tea"}) {
        try {
            assert(basket_total(prices, {"tea", article}) <= 350);
        } catch (const std::exception &) {
        }
    }
    return 0;
}
