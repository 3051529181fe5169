"""English: its time words, its words for what can be asked, its sentences."""
