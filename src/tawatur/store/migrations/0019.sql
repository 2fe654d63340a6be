-- what each article was made from, beside the articles: it is read at every run, which need not pass over all of them
CREATE INDEX articles_state ON articles (document, state);
