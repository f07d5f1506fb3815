#include "program.cpp"

#include <cassert>
#include <sstream>

int main(void)
{
    std::ostringstream out;
    write_tab(out, "News");
    write_tab(out, "exactly 24 characters :)");
    assert(out.str() == "[News][exactly 24 characters :)]");
    return 0;
}
