package org.efcevents.templating;

import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.jcr.Session;

/** A site whose pages the module's own templates print, at one moment. What it has read once it knows, as Magnolia's does. */
final class TemplateSite {

    private final Session session;
    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);
    private final EventTemplatingFunctions functions;

    /** @param session whoever asks */
    TemplateSite(Session session, Instant now) {
        this.session = session;
        this.functions = new EventTemplatingFunctions(Clock.fixed(now, ZoneOffset.UTC));
        freemarker.setTemplateLoader(new ClassTemplateLoader(TemplateSite.class, "/"));
        freemarker.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setLocale(Locale.ENGLISH);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_32).build());
    }

    Session session() {
        return session;
    }

    Configuration freemarker() {
        return freemarker;
    }

    EventTemplatingFunctions functions() {
        return functions;
    }
}
