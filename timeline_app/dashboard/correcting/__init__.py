"""Correcting one event, on whichever page it is looked at; what two people change at once is shown to both."""
