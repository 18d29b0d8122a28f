/* Checks of an object's class, -fsanitize=vptr: is it what the program takes it for? */
#include "report.h"

#include <cstddef>
#include <cstdlib>
#include <cxxabi.h>
#include <typeinfo>

#include "private_typeinfo.h" // libc++abi's own: classes as they describe themselves at run time

using __cxxabiv1::__base_class_type_info;
using __cxxabiv1::__class_type_info;
using __cxxabiv1::__si_class_type_info;
using __cxxabiv1::__vmi_class_type_info;

/* What clang's code looks at before it asks: hashes of a class and a table that were found to agree. */
extern "C" value __ubsan_vptr_type_cache[128];
value __ubsan_vptr_type_cache[128];

namespace {

struct checked {
    place where;
    const type *wanted;
    const __class_type_info *wanted_class;
    uint8_t kind;
};

/* What stands before a table of virtual functions (Itanium C++ ABI, 2.5.2). */
struct before_table {
    ptrdiff_t offset_to_top;
    const std::type_info *object;
};

constexpr std::size_t PAGE = 65536; // bytes of WebAssembly's memory

bool is_memory(const void *start, std::size_t size)
{
    std::size_t end = __builtin_wasm_memory_size(0) * PAGE;
    value first = reinterpret_cast<value>(start);

    return first != 0 && first % alignof(void *) == 0 && first < end && size <= end - first;
}

/* The description of the object that a pointer leads to, or null if it has no table that can be one. */
const before_table *described(value pointer)
{
    if (!is_memory(reinterpret_cast<void *>(pointer), sizeof(void *))) {
        return nullptr;
    }
    auto table = *reinterpret_cast<const before_table *const *>(pointer);
    if (!is_memory(table - 1, sizeof *table) || !is_memory(table[-1].object, sizeof(std::type_info))) {
        return nullptr;
    }
    return table - 1;
}

/* Whether an object of this class has one of the wanted class so many bytes behind its start. */
bool holds(const __class_type_info *object, const __class_type_info *wanted, ptrdiff_t offset)
{
    if (*object == *wanted) {
        return offset == 0;
    }
    if (auto single = dynamic_cast<const __si_class_type_info *>(object)) {
        return holds(single->__base_type, wanted, offset);
    }
    if (auto several = dynamic_cast<const __vmi_class_type_info *>(object)) {
        for (unsigned i = 0; i < several->__base_count; i++) {
            const __base_class_type_info &base = several->__base_info[i];
            ptrdiff_t at = base.__offset_flags >> __base_class_type_info::__offset_shift;

            // Where a virtual base lies is known to the object alone: it gets the benefit of the doubt.
            if ((base.__offset_flags & __base_class_type_info::__virtual_mask) ||
                holds(base.__base_type, wanted, offset - at)) {
                return true;
            }
        }
    }
    return false;
}

bool is_wanted(const checked *said, const before_table *found)
{
    auto object = found ? dynamic_cast<const __class_type_info *>(found->object) : nullptr;

    return object && holds(object, said->wanted_class, -found->offset_to_top);
}

void explain(value pointer, const before_table *found)
{
    if (!found) {
        note_object(pointer, "object has invalid vptr", nullptr);
        return;
    }
    char *readable = abi::__cxa_demangle(found->object->name(), nullptr, nullptr, nullptr);

    note_object(pointer, "object is of type", readable ? readable : found->object->name());
    std::free(readable);
}

/* Says what is wrong, unless nothing is: clang asks whenever it does not remember the answer. */
bool report(checked *said, value pointer, value hash, bool last)
{
    const before_table *found = described(pointer);

    if (is_wanted(said, found)) {
        __ubsan_vptr_type_cache[hash % 128] = hash;
        return false;
    }
    if (!begin(&said->where, last)) {
        return false;
    }
    put(access_of(said->kind));
    put(" address ");
    put_pointer(pointer);
    put(" which does not point to an object of type ");
    put(said->wanted->name);
    end(&said->where);
    explain(pointer, found);
    return true;
}

} // namespace

extern "C" {

void __ubsan_handle_dynamic_type_cache_miss(checked *said, value pointer, value hash)
{
    report(said, pointer, hash, false);
}

void __ubsan_handle_dynamic_type_cache_miss_abort(checked *said, value pointer, value hash)
{
    if (report(said, pointer, hash, true)) {
        stop();
    }
}

} // extern "C"
