#include "program.cpp"

#include <cassert>

int main(void)
{
    Startup startup;
    int calls = 0;
    startup.tasks.push_back([&] { return ++calls == 1; });
    startup.tasks.push_back([&] { return ++calls != 2; });
    startup.run();
    assert(calls == 2 && startup.failed == 1);
    return 0;
}
