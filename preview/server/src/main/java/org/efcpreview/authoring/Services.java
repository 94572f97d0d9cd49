package org.efcpreview.authoring;

import java.util.function.Supplier;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.message.Messages;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Publication;
import org.efcpreview.repository.Users;
import org.efcpreview.site.SiteLocales;

/**
 * What the screens work with.
 *
 * @param definitions the modules' definitions as their files are now
 * @param messages the modules' texts as their files are now
 * @param locales the languages of the author instance's site
 * @param content the author instance's content
 * @param users the author instance's users
 * @param publication to the public instance
 * @param views prints the pages
 */
public record Services(
        Supplier<Definitions> definitions,
        Supplier<Messages> messages,
        SiteLocales locales,
        ContentRepository content,
        Users users,
        Publication publication,
        Views views) {}
