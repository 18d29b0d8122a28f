#ifndef LIMIT_H
#define LIMIT_H

int limit = 10;

#endif
