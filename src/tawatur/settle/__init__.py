"""What needs the other articles: dating by twins, values of time, entities and speakers across articles."""
