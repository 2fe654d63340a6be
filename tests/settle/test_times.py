from tawatur.annotate import dates
from tawatur.settle.times import values

TEXT = "وصل الوفد أمس إلى الميناء، وكان قد غادره في 3 آذار 2018."


def test_every_expression_gets_its_value_once_the_day_is_known() -> None:
    found = values(dates.find(TEXT, "a"), "2018-03-08", dates.resolve)
    assert [(one.text, one.value) for one in found] == [("أمس", "2018-03-07"), ("3 آذار 2018", "2018-03-03")]


def test_without_a_day_only_what_is_absolute_has_a_value() -> None:
    assert [one.value for one in values(dates.find(TEXT, "a"), None, dates.resolve)] == [None, "2018-03-03"]


def test_the_dates_come_in_the_order_of_their_places() -> None:
    found = values(list(reversed(dates.find(TEXT, "a"))), "2018-03-08", dates.resolve)
    assert [one.start for one in found] == sorted(one.start for one in found)
