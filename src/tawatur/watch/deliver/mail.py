"""Alerts by e-mail, through the user's own server: one letter a round."""

import smtplib
from collections.abc import Callable, Sequence
from email.headerregistry import Address
from email.message import EmailMessage

from tawatur.records.alert import Alert
from tawatur.report.messages import Lang, messages
from tawatur.watch.deliver.ways import NotSentError
from tawatur.watch.deliver.words import link, says, title
from tawatur.watch.options import Mail

_SECONDS = 30.0


class MailWay:
    """One letter with all alerts of a round."""

    repeatable = False

    def __init__(self, options: Mail, lang: Lang, base: str, connect: Callable[[Mail], smtplib.SMTP] | None = None) -> None:
        self.name = f"mail:{','.join(options.to)}"
        self._options, self._lang, self._base = options, lang, base
        self._connect = connect or _connect

    def send(self, alerts: Sequence[Alert]) -> None:
        """Send the letter. Raises NotSentError where the server was not reached, or refused the letter before it had it."""
        letter = compose(alerts, self._options, self._lang, self._base)
        try:
            server = self._connect(self._options)
        except (OSError, smtplib.SMTPException) as error:
            raise NotSentError(str(error)) from error
        with server:
            try:
                server.send_message(letter)
            except (
                smtplib.SMTPRecipientsRefused,
                smtplib.SMTPSenderRefused,
                smtplib.SMTPDataError,
                smtplib.SMTPHeloError,
            ) as error:
                raise NotSentError(str(error)) from error


def _connect(options: Mail) -> smtplib.SMTP:
    import ssl

    server = smtplib.SMTP(options.host, options.port, timeout=_SECONDS)
    try:
        if options.tls:
            server.starttls(context=ssl.create_default_context())
        if options.user:
            server.login(options.user, options.password or "")
    except BaseException:
        server.close()
        raise
    return server


def compose(alerts: Sequence[Alert], options: Mail, lang: Lang, base: str) -> EmailMessage:
    """Write the letter: every alert with its link. The title of a page cannot add a line to its head."""
    words = messages("watch", lang)
    letter = EmailMessage()
    letter["Subject"] = title(alerts[0], lang) if len(alerts) == 1 else words.count("mail_subject", len(alerts))
    letter["From"] = Address(words("sender"), addr_spec=options.sender)
    letter["To"] = ", ".join(options.to)
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no automatic answers
    parts = (f"{title(one, lang)}\n{says(one, lang)}\n{link(one, base)}\n" for one in alerts)
    letter.set_content("\n".join(parts), charset="utf-8", cte="base64")
    return letter
