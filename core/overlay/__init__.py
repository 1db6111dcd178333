"""套合: what parcels lie on. Layers in, figures out.

``run`` lays parcels over layers, ``find`` and ``files`` open those of a folder, ``source`` is
what any other layer has to be able to do. The arithmetic (``figures``) needs nothing but the
standard library; reading files and cutting polygons need GDAL. So each is imported by its own
name.
"""
