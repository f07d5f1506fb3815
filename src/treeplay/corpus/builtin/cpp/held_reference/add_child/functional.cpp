#include "program.cpp"

#include <cassert>

int main(void)
{
    std::vector<Folder> folders;
    folders.reserve(10);
    folders.push_back({"root"});
    assert(add_folder(folders, 0, "home") == 1);
    assert(add_folder(folders, 1, "ada") == 2);
    assert(add_folder(folders, 0, "tmp") == 3);
    assert(folders[0].children == 2 && folders[1].children == 1 && folders[2].parent == 1);
    assert(folders[2].name == "ada");
    return 0;
}
