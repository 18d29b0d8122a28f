"""Patterns for the pieces of a sentence in English: numbers, types, names of the reader's own."""

from cexplain.reading.vocabulary import NUMBERS

NUMBER = rf"(?:\d+|{'|'.join(NUMBERS)})"
BASIC = (
    r"(?:unsigned|signed|short|long|int|char|float|double|void|bool|_bool|integer|character|boolean"
    r"|size_t|wchar_t)"
)
NAMED = r"(?:(?:struct|structure|union|enum)\s+\w+|\w*[a-z0-9]_t|[A-Z]\w+)"
QUALIFIER = r"(?:const|constant|volatile|atomic|static|extern|external|register|thread[- ]local)"
ONE = rf"(?:{BASIC}(?:\s+{BASIC})*|(?-i:{NAMED}))"
TYPE = rf"(?:(?:{QUALIFIER}\s+)*{ONE})"
PLURAL = rf"(?:(?:{QUALIFIER}\s+)*(?:{BASIC}\s+)*(?:{BASIC}s?|(?-i:{NAMED})))"
# A name of the reader's own: no word that the phrases hold.
_WORDS = (
    "a an the to of is as are and or with that which who whose taking takes take returning returns "
    "return pointer pointers array arrays function functions struct structure union enum int char "
    "float double void long short unsigned signed const constant volatile static extern restrict "
    "variable variables type types at in for from into by each element elements value values "
    "named called no nothing has have having containing holding points pointing parameter argument "
    "parameters arguments typedef register inline atomic typeof bool matrix declare "
    "initialised initialized set equal holds contains receiving expecting accepting accepts"
)
NAME = rf"(?!(?:{'|'.join(_WORDS.split())})s?\b)([A-Za-z_]\w*)"
ANY_NAME = rf"(?!(?:{'|'.join(_WORDS.split()[1:])})s?\b)([A-Za-z_]\w*)"  # "a" among them
SIZE = rf"(?:{NUMBER}|(?!(?:{'|'.join(_WORDS.split())})s?\b)[A-Za-z_]\w*)"
