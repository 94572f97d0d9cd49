"""Walks through an archive with the client that openapi-generator makes for Python."""
import re
import sys

import openapi_client

archive = openapi_client.ArchiveApi(openapi_client.ApiClient(openapi_client.Configuration(host=sys.argv[1])))
cursor, events, talks, last = "", 0, 0, None
while cursor is not None:
    page = archive.events(cursor=cursor, size=10, expand=["all"]).actual_instance
    for event in page.items:
        events += 1
        talks += len(event.participations)
        last = event
    cursor = page.next and re.search("cursor=([0-9a-f]+)", page.next).group(1)
alone = archive.event(last.slug).actual_instance
assert events and talks and alone.title == last.title and alone.related is not None, (events, talks, alone)
print(f"Python: {events} events, {talks} talks; the last: {alone.title}, {alone.var_date.words}")
