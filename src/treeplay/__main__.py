"""`python -m treeplay`, and so `accelerate launch -m treeplay train …` on several devices."""

from treeplay.cli import main

if __name__ == "__main__":
    main()
