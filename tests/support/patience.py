"""How long tests wait: until what they wait for is there.

pytest-timeout ends the test that stands still, after the seconds that pyproject.toml gives every
test. Whoever can say what it waited for, and end what it started, gives up a little earlier.
"""

PATIENCE = 840
"""Seconds: no measure of what is waited for. A busy machine is slow, and slow is no fault."""
