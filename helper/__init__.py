"""The helper: the flow of questions, the facts it quotes and the check of a NIK's form.

Pure Python, standard library only, no I/O but its own data: the same files run under
pytest, at build time (to prerender) and in the reader's browser (Pyodide).
"""
