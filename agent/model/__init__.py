"""The language model: a child process that plans and words answers, held by grammars and checks."""
