"""Small widgets and wordings that several windows share."""
