#include "program.cpp"

#include <cassert>

int main(void)
{
    Startup startup;
    int calls = 0, more = 5;
    for (int i = 0; i < 3; i++)
        startup.tasks.push_back([&] {
            calls++;
            for (; more > 0; more--)
                startup.tasks.push_back([] { return true; });
            return true;
        });
    startup.run();
    assert(calls == 3 && startup.failed == 0);
    return 0;
}
