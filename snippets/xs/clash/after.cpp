#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

#include HEADER
