import java.net.URI;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ArchiveApi;
import org.openapitools.client.model.EventsAnswer;
import org.openapitools.client.model.WholeEvent;
import org.openapitools.client.model.WholeEvents;
import org.openapitools.client.model.FullEvent;

/** Walks through an archive with the client that openapi-generator makes for Java (okhttp-gson). */
public class Use {

    public static void main(String[] arguments) throws Exception {
        ArchiveApi archive = new ArchiveApi(new ApiClient().setBasePath(arguments[0]));
        int events = 0;
        int talks = 0;
        FullEvent last = null;
        for (String cursor = ""; cursor != null; ) {
            EventsAnswer answer = archive.events().cursor(cursor).size(10).expand(java.util.List.of("all")).execute();
            WholeEvents page = answer.getWholeEvents();
            for (FullEvent event : page.getItems()) {
                events++;
                talks += event.getParticipations().size();
                last = event;
            }
            cursor = page.getNext() == null
                    ? null
                    : URI.create(page.getNext().toString()).getQuery().replaceFirst(".*cursor=([0-9a-f]+).*", "$1");
        }
        WholeEvent alone = archive.event(last.getSlug()).execute().getWholeEvent();
        if (events == 0 || talks == 0 || !alone.getTitle().equals(last.getTitle()) || alone.getRelated() == null) {
            throw new AssertionError(events + " events, " + talks + " talks, " + alone);
        }
        System.out.println("Java: " + events + " events, " + talks + " talks; the last: " + alone.getTitle() + ", "
                + alone.getDate().getWords());
    }
}
