"""What a date looks like from outside: words of months and weekdays, shapes of numbers. The reading is the resolver's."""

import re

# closed class; folded. Source: own (Gregorian months in their Levantine, Egyptian, Gulf and Maghrebi names; Hijri months)
MONTHS = frozenset(
    """يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز اب
    ايلول تشرين جانفي فيفري افريل ماي جوان جويليه اوت غشت شتنبر نونبر دجنبر يوليوز ماس محرم صفر ربيع جمادي رجب شعبان رمضان
    شوال ذو ذي القعده الحجه january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec""".split()
)
WEEKDAYS = {
    "الاثنين": 0, "الثلاثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعه": 4, "السبت": 5, "الاحد": 6, "الثلاثا": 1, "الاربعا": 2,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
# words that stand in a date beside months, weekdays and numbers
_AROUND = frozenset(
    """الاول الثاني الثانيه الاخر الاخره يوم اليوم الموافق لـ ل ه هـ م ص في من عام سنه شهر الساعه بتوقيت غرينتش جرينتش صباحا
    مساء ظهرا مكه المكرمه القاهره بيروت am pm gmt utc""".split()
)
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?(?:م|ه|هـ|ص)?$")


def is_date(words: str) -> bool:
    """Whether `words` (as `registers.plain` gives them) are a date and nothing else."""
    tokens = words.split()
    if not tokens or len(tokens) > 14:
        return False
    if not all(token in MONTHS or token in WEEKDAYS or token in _AROUND or _NUMBER.match(token) for token in tokens):
        return False
    months = sum(token in MONTHS or token in WEEKDAYS for token in tokens)
    numbers = sum(bool(_NUMBER.match(token)) for token in tokens)
    return bool(months and (numbers or len(tokens) == 1)) or (numbers >= 3 and any(len(t) == 4 for t in tokens))
