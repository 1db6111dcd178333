"""The face people see: the dock and its forms. They show and ask; they compute nothing."""
