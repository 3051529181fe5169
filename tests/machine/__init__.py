"""The system test: a virtual machine that Hearth is installed in, streams in, is killed in. See __main__."""
