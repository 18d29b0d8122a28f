"""What a page may cost before anybody asks it for anything; benchmarks/ says what it does cost."""

BYTES = 300_000  # transferred, as a host that compresses sends them
REQUESTS = 25
