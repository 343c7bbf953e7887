"""Where places come from: files of users read and packed, packed layers opened, and which rows are the same place."""
