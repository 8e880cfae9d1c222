"""Asks a SCIM address everything that scim2-tester knows to ask: scim.py ADDRESS KEY. Fails on the first kind of
answer that it does not expect; what it skips is named, and only a search over all resources may be."""

import sys
import time

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

address, key = sys.argv[1:]
client = Client(base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=30,
                event_hooks={"request": [lambda _: time.sleep(1 / 40)]})  # A key is let in fifty times a second.
results = check_server(SyncSCIMClient(client))
told = {status: [r for r in results if r.status == status] for status in {r.status for r in results}}
for status, found in sorted(told.items(), key=lambda pair: pair[0].name):
    print(f"{status.name}: {len(found)}")
wrong = [r for r in results if r.status not in (Status.SUCCESS, Status.COMPLIANT, Status.ACCEPTABLE, Status.SKIPPED)]
skipped = [r for r in results if r.status == Status.SKIPPED and ".search" not in (r.reason or "")]
for result in wrong + skipped:
    print(result.status.name, result.title, result.resource_type, result.reason)
sys.exit(1 if wrong or skipped or not results else 0)
