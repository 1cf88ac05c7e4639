"""分类分级联动: which organisation of which level mediates a dispute, by rules that the county writes."""
