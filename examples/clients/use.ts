// Walks through an archive with the types that openapi-typescript makes, and openapi-fetch.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

type WholeEvents = components["schemas"]["WholeEvents"];
type WholeEvent = components["schemas"]["WholeEvent"];

const archive = createClient<paths>({ baseUrl: process.argv[2] });
let cursor: string | null = "";
let events = 0;
let talks = 0;
let last: WholeEvents["items"][number] | undefined;
while (cursor !== null) {
  const { data, error } = await archive.GET("/events.json", {
    params: { query: { cursor, size: 10, expand: ["all"] } },
  });
  if (error) throw new Error(error.detail);
  const page = data as WholeEvents;
  for (const event of page.items) {
    events++;
    talks += event.participations.length;
    last = event;
  }
  cursor = page.next && new URL(page.next).searchParams.get("cursor");
}
const { data } = await archive.GET("/events/{slug}.json", { params: { path: { slug: last!.slug } } });
const alone = data as WholeEvent;
if (!events || !talks || alone.title !== last!.title || !alone.related) throw new Error(`${events} events, ${talks} talks`);
console.log(`TypeScript: ${events} events, ${talks} talks; the last: ${alone.title}, ${alone.date.words}`);
