"""Who may use a server that is reached from elsewhere: users, their roles, their sessions, and failed attempts."""
