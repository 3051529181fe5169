"""What must be answered with help at once, and what must not, in five languages.

Lines of even number were looked at while the word lists were written; those of odd number were not.
"""
