#include "program.cpp"

#include <cassert>

int main(void)
{
    std::unordered_map<std::string, int> prices{{"tea", 350}, {"cup", 799}};
    assert(basket_total(prices, {"tea", "cup", "tea"}) == 1499);
    assert(basket_total(prices, {}) == 0);
    return 0;
}
