#include "program.cpp"

#include <cassert>

int main(void)
{
    auto counts = count_by_severity({{0, 1}, {4, 2}, {4, 3}, {2, 9}});
    assert((counts == std::array<int, 5>{1, 0, 1, 0, 2}));
    assert((count_by_severity({}) == std::array<int, 5>{}));
    return 0;
}
