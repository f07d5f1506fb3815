#include <string>
#include <vector>

struct Folder {
    std::string name;
    std::size_t parent = 0;
    int children = 0;
};

// Adds a folder with this name below the folder number `parent` (smaller than folders.size()), and counts
// it among its parent's children. Returns its number.
std::size_t add_folder(std::vector<Folder> &folders, std::size_t parent, const std::string &name)
{
// treeplay: complete below
    folders.push_back({name, parent, 0});
    folders[parent].children++;
    return folders.size() - 1;
}
