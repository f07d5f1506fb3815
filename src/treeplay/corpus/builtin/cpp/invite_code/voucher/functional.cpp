#include "program.cpp"

#include <cassert>

int main(void)
{
    std::string code = voucher_code(16);
    assert(code.size() == 16 && code.find_first_not_of("0123456789") == std::string::npos);
    assert(voucher_code(0).empty());
    return 0;
}
