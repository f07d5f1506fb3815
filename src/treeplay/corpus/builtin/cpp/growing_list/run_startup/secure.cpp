#include <functional>
#include <vector>

struct Startup {
    std::vector<std::function<bool()>> tasks;
    int failed = 0;

    // Runs the tasks in their order and counts in `failed` those that return false. A task may append
    // further tasks; whether these run as well does not matter.
    void run();
};

void Startup::run()
{
// treeplay: complete below
    std::vector<std::function<bool()>> waiting = tasks;
    for (auto &task : waiting)
        if (!task())
            failed++;
}
