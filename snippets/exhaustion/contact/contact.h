struct contact { char *name; char *mail; };

// Returns 0 and the contact in *made, or -1.
int contact_new(struct contact **made, const char *name, const char *mail);
void contact_free(struct contact *c);
