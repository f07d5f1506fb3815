#include "program.cpp"

#include <cassert>

int main(void)
{
    std::vector<std::string> menu{"soup", "salad", "noodles"};
    assert(chosen_dish(menu, "1") == "soup");
    assert(chosen_dish(menu, "3") == "noodles");
    return 0;
}
