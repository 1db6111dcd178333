"""The other face of Tuban: thin algorithms for the toolbox, for models and for qgis_process."""
