"""The tables by which a county sets the product up (基础数据), out to a spreadsheet and back in.

Local facts are data: a county takes what another has written, changes it in Excel or WPS, and sees what an import
would do before it is done.
"""
