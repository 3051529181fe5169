"""How questions are answered: tools over the store, time phrases, dialogue, templates."""
