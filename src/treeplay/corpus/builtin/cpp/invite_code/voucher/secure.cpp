#include <algorithm>
#include <ctime>
#include <random>
#include <string>

// A new random voucher code of n decimal digits.
std::string voucher_code(std::size_t n)
{
// treeplay: complete below
    std::random_device source;
    std::uniform_int_distribution<int> digit(0, 9);
    std::string code;
    while (code.size() < n)
        code += static_cast<char>('0' + digit(source));
    return code;
}
