// A search tree of words, and a walk through it.
#include <stdlib.h>
#include <string.h>

typedef struct tree {
    const char *word;
    int count;
    struct tree *left, *right;
} tree;

static tree *add(tree *root, const char *word)
{
    if (!root) {
        root = calloc(1, sizeof *root);
        root->word = word;
        root->count = 1;
        return root; //@ moment: planted
    }
    int difference = strcmp(word, root->word), order = (difference > 0) - (difference < 0);
    if (order == 0)
        root->count++;
    else if (order < 0)
        root->left = add(root->left, word);
    else
        root->right = add(root->right, word);
    return root;
}

static int depth(const tree *root)
{
    if (!root)
        return 0; //@ moment: bottom
    int left = depth(root->left), right = depth(root->right);
    return 1 + (left > right ? left : right);
}

static void cut(tree *root)
{
    if (!root)
        return;
    cut(root->left);
    cut(root->right);
    free(root);
}

int main(void)
{
    tree *root = NULL;
    root = add(root, "to");
    root = add(root, "be");
    root = add(root, "or");
    root = add(root, "be");
    int levels = depth(root); //@ moment: measured
    cut(root);
    return levels == 3 ? 0 : 1;
}
