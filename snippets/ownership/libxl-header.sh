#@ do: run
#@ requires: libxen-dev
#@ output:
#| all returned allocated structures are obtained from malloc(), 
#| and must be freed by the caller
#| No temporary objects allocated from the pool may be explicitly freed.
#| "init" and "dispose" are idempotent.
#| dispose functions: more than 50
#| public functions: more than 800
#| functions with two underscores: more than 150
#| hidden functions: more than 300
# What the header says, as one line, without its stars.
header=$(sed 's/^ \* *//' /usr/include/libxl.h | tr '\n' ' ' | tr -s ' ')
grep -o 'all returned allocated structures .* by the caller' <<<"${header%either directly*}" | fold -s -w 64
grep -o 'No temporary objects[^.]*\.' <<<"$header"
grep -o '"init" and "dispose" are idempotent\.' <<<"$header"

# What the library exports.
library=$(find /usr/lib -name libxenlight.so)
nm -D --defined-only "$library" >names
more_than() {
    test "$(grep -c "$2" names)" -gt "$3"
    echo "$1: more than $3"
}
more_than "dispose functions" ' T libxl_[a-z].*_dispose@' 50
more_than "public functions" ' T libxl_[a-z]' 800
more_than "functions with two underscores" ' T libxl__' 150

# Hidden names are in the library's parts only.
hidden=$(readelf -sW "${library%.so}.a" 2>/dev/null | grep -c 'FUNC *GLOBAL *HIDDEN')
test "$hidden" -gt 300
echo "hidden functions: more than 300"
