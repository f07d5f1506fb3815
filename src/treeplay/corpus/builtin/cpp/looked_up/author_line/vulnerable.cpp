#include <memory>
#include <string>

struct Author {
    std::string name;
};

struct Book {
    std::string title;
    std::weak_ptr<Author> author; // the catalogue owns the authors
};

// "TITLE by AUTHOR" for a book.
std::string author_line(const Book &book)
{
// treeplay: complete below
    std::shared_ptr<Author> author = book.author.lock();
    return book.title + " by " + author->name;
}
