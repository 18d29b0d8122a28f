/*
 * What -fsanitize=null alone calls, in programs that run without UBSan: the page is told which
 * places use a null pointer, and the program goes on. Address 0 is memory like any other there.
 */
#include "check.h"

#include <string.h>

__attribute__((import_module("workbook"), import_name("null"))) void
workbook_null(narrow file, narrow file_length, uint32_t line, uint32_t column, uint32_t kind,
              narrow type, narrow type_length);

void __ubsan_handle_type_mismatch_v1(struct access *said, value pointer)
{
    const struct place *place = &said->place;

    if (pointer != 0 || place->column == SEEN || !place->file) {
        return;
    }
    workbook_null(NARROW(place->file), strlen(place->file), place->line, place->column, said->kind,
                  NARROW(said->type->name), strlen(said->type->name));
    said->place.column = SEEN;
}
