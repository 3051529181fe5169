"""How every shipped model was made; never shipped."""
