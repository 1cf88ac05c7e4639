"""The file of a grid worker 网格员档案: selection, training, certificates, and what they do."""
