"""Every rule's explanation and examples, loaded only to be shown."""
