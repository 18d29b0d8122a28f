"""Hovering over a name where it is used: members, constants, macros, names of headers."""

import pytest

from cexplain.editor.document import Document
from cexplain.editor.said import hover_text

FILE = """\
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define MAX 10
#define SQ(x) ((x)*(x))
#define NAME "demo"

enum color { RED, GREEN = 5, BLUE };

/** A box. */
struct box { int size; struct point { short x, y; } at; char read; };
typedef struct box box_t;
struct ops { int (*open)(const char *, int); struct box *boxes[3]; };

/* Adds two
 * numbers. */
int add(int a, int b);

struct box *find(const char *refname);

int size(void) { return 1; }

int f(struct box *p, box_t b, struct ops *o)
{
    long x = 3;
    qsort(p, 1, 1, 0);
    fprintf(stderr, NAME);
    if (x == BLUE) x = SQ(MAX);
    o->open("a", 1);
    o->boxes[1]->size = b.at.x + b.read;
    find("a")->at.y = add(p->size, 2);
    return p->unknown + strlen("x");
}
"""


def over(marked: str, text: str = FILE) -> str:
    """What a hover shows over the text between the bars, "" where nothing is shown."""
    before, name, behind = marked.split("|")
    start = text.index(before + name + behind) + len(before)
    found = Document(text).hover(start)
    return hover_text(found) if found else ""


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("p->|size|, 2", "size is a member of struct box: an int"),
        ("o->|open|(", "open is a member of struct ops: a pointer to a function taking"),
        ("[1]->|size| =", "size is a member of struct box: an int"),
        ("b.|at|.x", "at is a member of struct box: a struct point"),
        ("b.at.|x| +", "x is a member of struct point: a short"),
        ('find("a")->at.|y|', "y is a member of struct point: a short"),
        ("b.|read|;", "read is a member of struct box: a char"),
        ("char |read|; }", "read is a member of struct box: a char"),
        ("x == |BLUE|)", "BLUE is a constant of enum color, 6: an int"),
        ("SQ(|MAX|)", "#define MAX 10"),
        ("SQ(|MAX|)", "MAX is a macro, 10: an int"),
        ("x = |SQ|(", "#define SQ(x) ((x)*(x))"),
        ("    |qsort|(", "qsort is an extern function taking"),
        ("fprintf(|stderr|,", "stderr is an extern pointer to FILE"),
        ("|strlen|(", "strlen is an extern function taking"),
        ("char *|refname|)", "refname is a pointer to const char"),
        ("= |add|(", "add is a function taking"),
        ("= |add|(", "Adds two numbers."),
    ],
)
def test_a_use_says_what_its_name_means(marked: str, said: str) -> None:
    assert said in over(marked).replace("\\", "")


@pytest.mark.parametrize(
    ("marked", "not_said"), [("p->|unknown|", "unknown is"), ("b.at.|x| +", "long"),
                             ("p->|size|, 2", "function")]
)  # fmt: skip
def test_a_member_is_never_answered_with_another_names_reading(marked: str, not_said: str) -> None:
    assert not_said not in over(marked)


def test_a_name_that_nobody_declares_says_nothing() -> None:
    assert over("|nobody|()", "int f(void) { nobody(); }".replace("nobody", "nobody")) == ""
