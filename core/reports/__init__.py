"""Papers of an office: bulletins, reports and notices as Word files, workbooks and pages.

What needs python-docx lies behind :mod:`word`, so that the room loads without it.
"""
