"""Other people's programs and libraries that newslint can put behind its rules. Imported only when asked for."""
