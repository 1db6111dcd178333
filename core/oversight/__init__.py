"""What the month still needs: its calendar, the queue of work, counts and warnings."""

from .calendar import correction_deadline, county_deadline, days_left, month_of

__all__ = ["correction_deadline", "county_deadline", "days_left", "month_of"]
