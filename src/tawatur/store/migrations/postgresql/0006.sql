-- what each article was made from, beside the articles: 0019 of SQLite
CREATE INDEX articles_state ON articles (document, state);
