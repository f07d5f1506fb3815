#include <string>
#include <unordered_map>
#include <vector>

// What the articles of the basket cost together, in cents, by the price list.
int basket_total(const std::unordered_map<std::string, int> &prices, const std::vector<std::string> &basket)
{
// treeplay: complete below
    int total = 0;
    for (const std::string &article : basket)
        total += prices.find(article)->second;
    return total;
}
