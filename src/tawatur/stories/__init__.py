"""Reports of one happening, and the threads that happenings hang in."""
