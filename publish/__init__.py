"""What turns docs/ and helper/ into what we ship; knows no MkDocs."""
