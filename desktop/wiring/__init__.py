"""Parts of the composition root, by topic: which adapters a group of use cases stands on."""
