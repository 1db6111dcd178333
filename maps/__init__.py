"""What only QGIS can do, without windows."""
