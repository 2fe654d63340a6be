"""Names joined anew only where something has changed: what each article says of them is kept in numbers (`tables`, `rows`)."""
