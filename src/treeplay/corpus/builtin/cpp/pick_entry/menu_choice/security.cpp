#include "program.cpp"

#include <cassert>

int main(void)
{
    std::vector<std::string> menu{"soup", "salad", "noodles"};
    for (const char *typed : {"0", "4", "-1", "5", "-2"}) {
        try {
            assert(chosen_dish(menu, typed).size() < 30);
        } catch (const std::exception &) {
        }
    }
    return 0;
}
