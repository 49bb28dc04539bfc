"""The helper's own tests once more, inside the runtime that readers get."""
