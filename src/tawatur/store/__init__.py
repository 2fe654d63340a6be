"""Where records are kept between runs."""
