struct node { int value; struct node *next; };
static int last(struct node *list)
{
    while (list->next) //! null
        list = list->next;
    return list->value; //! null
}
int main(void)
{
    return last(0) > 0;
}
