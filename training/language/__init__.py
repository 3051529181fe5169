"""How the built-in language model is made."""
