"""The words that the behaviours in the browser use, translated on the server and put on the page as JSON."""

from django.utils.translation import gettext as _


def for_behaviours() -> dict[str, str]:
    """By the name that `word("name")` of static/js/words.js asks for. {…} is filled in there."""
    return {
        "clock_left": _("{time} left"),
        "clock_overdue": _("{time} overdue"),
        "days": _("{n} d"),
        "hours": _("{n} h"),
        "minutes": _("{n} min"),
        "sending": _("Being sent…"),
        "yes": _("Yes, go on"),
        "no": _("Go back"),
        "draft_restored": _("A draft that was not sent has been restored (saved {time})."),
        "draft_discard": _("Discard the draft"),
        "photos_add": _("Add a photo"),
        "photos_remove": _("Take this photo away"),
        "photos_left": _("{count} of at most {most} photos chosen."),
        "photos_full": _("At most {most} photos; the others were left out."),
        "schematic": _("Schematic outlines (示意), without legal meaning"),
        "list_news": _("{n} new here. Show them."),
        "list_gone": _("Moved on meanwhile"),
        "list_over": _("This list is no longer kept up to date: sign in again."),
        "picked": _("{n} ticked"),
        "picked_in_vain": _("{n} ticked. Open them: nothing can be done to them together."),
        "others_here": _("{names} is working on this now."),
        "keys": _("Keyboard shortcuts"),
        "keys_on": _("Use single keys"),
        "key_down": _("Next row"),
        "key_up": _("Row before"),
        "key_open": _("Open the row"),
        "key_tick": _("Tick the row"),
        "key_r": _("Show what is new"),
        "close": _("Shut"),
        "offline": _("No network. Leave this page open and send it again when you are connected."),
        "offline_kept": _("No network. Nothing is lost: what you typed is kept on this device."),
        **_of_the_outbox(),
    }


def _of_the_outbox() -> dict[str, str]:
    return {
        "needed": _("Please fill this in."),
        "put_right": _("Please put right what is marked below. Nothing you typed is lost."),
        "refused": _("The server did not take it."),
        "refused_403": _("You may no longer send this: your post has ended or changed."),
        "refused_413": _("The photos are too large for the server. Take some away."),
        "copy": _("No network. This page is as it was on {time}; what you write here is kept and sent later."),
        "outbox_kept": _("Kept on this phone. It is sent as soon as there is a network."),
        "outbox_open": _("Open the outbox"),
        "outbox_sent": _("Sent: {number}."),
        "outbox_sent_joined": _("Sent: {number}. It is known already and goes on as {into}."),
        "outbox_sent_before": _("This had arrived already: {number}."),
        "outbox_full": _("This phone has no room to keep it. Leave this page open and send it again with a network."),
        "outbox_full_sending": _("This phone has no room to keep it: it is being sent directly."),
        "outbox_signin": _("Your session has ended. Sign in and what waits here is sent."),
        "sign_in": _("Sign in"),
        "outbox_waiting": _("Waits for the network"),
        "outbox_sending": _("On its way"),
        "outbox_refused": _("Please correct"),
        "outbox_stored": _("Arrived"),
        "outbox_joined": _("goes on as {number}"),
        "outbox_photos": _("{n} photo(s)"),
        "outbox_delete": _("Delete it from this phone? It has not been sent."),
        "outbox_delete_yes": _("Delete"),
        "find_in_list": _("Type a part of the name"),
        "signout_unsent": _("{n} not sent yet"),
        "signout_note": _("They stay on this phone and are sent when you sign in here again. Nobody else sees them."),
        "signout_yes": _("Sign out all the same"),
    }
