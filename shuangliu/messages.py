"""Messages as files, for one machine without a broker: kombu's own transport, made safe against half a message.

kombu writes a message in place, so that a reader may find half of it (or an empty file, after a crash or on a full
disk) and the whole worker dies of it. Here it appears under its name when it is complete.
"""

import os
import uuid
from pathlib import Path
from queue import Empty
from time import time_ns

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps

SCHEME = "files"


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **kwargs):
        target = Path(self.data_folder_out) / f"{time_ns()}_{uuid.uuid4()}.{queue}.msg"
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(str_to_bytes(dumps(payload)))
        os.replace(unfinished, target)

    def _get(self, queue):
        try:
            return super()._get(queue)
        except ValueError:  # not ours, or damaged: it is gone; what must happen is swept from the database
            raise Empty from None


class Transport(filesystem.Transport):
    Channel = Channel


TRANSPORT_ALIASES[SCHEME] = f"{__name__}:Transport"
