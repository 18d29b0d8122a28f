enum way { IN_PLACE, ANSWERED_FIRST, SAVED_FIRST, NO_FSYNC };

struct state { int count; long sum; };  // how many numbers came, and what they add up to

// Adds up the numbers that it reads, saves each sum, and answers with it.
void keep(int in, int out, enum way way);

extern int refuse;  // which request for memory gets none
