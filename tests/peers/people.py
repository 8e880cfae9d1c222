"""A directory that tells of its people: people.py ADDRESS KEY LINE..., where a line is name,address,department. Each is
looked for first, as directories do, then made or changed. Prints how many were made and changed."""

import sys
import time

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_models import SearchRequest

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

address, key, *lines = sys.argv[1:]
client = SyncSCIMClient(Client(base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=30,
                               event_hooks={"request": [lambda _: time.sleep(1 / 40)]}))
client.discover()
User = client.get_resource_model("User")
Extension = User.get_extension_models()[ENTERPRISE]
made = changed = 0
for name, email, department in (line.split(",") for line in lines):
    found = client.query(User, query_parameters=SearchRequest(filter=f'userName eq "{email}"')).resources or []
    person = found[0] if found else User(user_name=email)
    person.display_name = name
    person.active = True
    person.emails = [User.Emails(value=email, type="work", primary=True)]
    person[Extension] = Extension(department=department)
    if found:
        client.replace(person)
        changed += 1
    else:
        client.create(person)
        made += 1
print(f"made {made}, changed {changed}")
