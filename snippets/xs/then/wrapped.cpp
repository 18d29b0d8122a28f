extern "C" {
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"
}
