"""Mail by the server of the settings, one connection for a batch."""

import smtplib

from django.core.mail import EmailMessage, get_connection

from . import NotCarried


class Mailbag:
    """`with Mailbag() as bag: bag.carry(…)`: connects for the first mail, and not again where that failed."""

    def __init__(self):
        self.connection, self.trouble = None, None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._hang_up()

    def carry(self, address: str, subject: str, body: str, number: str) -> None:
        """Hand it to the server. Raises NotCarried. `number` is the same whenever it is tried: a mail server that
        gets it twice can know it."""
        headers = {"Message-ID": f"<{number}>", "Auto-Submitted": "auto-generated"}
        mail = EmailMessage(subject, body, to=[address], headers=headers, connection=self._connected())
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _text in error.recipients.values()]
            raise NotCarried(f"SMTP {codes[0]}: recipient refused", is_final=min(codes) >= 500) from None
        except smtplib.SMTPDataError as error:
            raise NotCarried(f"SMTP {error.smtp_code}", is_final=error.smtp_code >= 500) from None
        except (OSError, smtplib.SMTPException) as error:
            self._hang_up()
            raise _failed(error) from None

    def _connected(self):
        if self.trouble:
            raise self.trouble
        if self.connection is None:
            connection = get_connection()
            try:
                connection.open()
            except (OSError, smtplib.SMTPException) as error:
                self.trouble = _failed(error)
                raise self.trouble from None
            self.connection = connection
        return self.connection

    def _hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def _failed(error: Exception) -> NotCarried:
    # Their texts may name the address.
    code = getattr(error, "smtp_code", None)
    return NotCarried(f"SMTP {code}" if code else f"no connection ({type(error).__name__})")
