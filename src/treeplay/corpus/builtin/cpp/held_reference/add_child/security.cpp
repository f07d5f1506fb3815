#include "program.cpp"

#include <cassert>

int main(void)
{
    std::vector<Folder> folders{{"root"}};
    for (std::size_t i = 0; i < 20; i++)
        add_folder(folders, i, "folder");
    for (std::size_t i = 0; i < 20; i++)
        assert(folders[i].children == 1);
    return 0;
}
