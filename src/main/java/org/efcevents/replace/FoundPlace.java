package org.efcevents.replace;

/**
 * A place in the archive where something was found.
 *
 * @param owner the identifier of the event, speaker or work package
 * @param path the path of the node that holds the text
 * @param key names the place, and the state of its text: what a form sends of it
 * @param field the field
 * @param language its language, as a BCP 47 tag
 * @param before what stands before it
 * @param words what was found, as it is written there
 * @param after what stands after it
 * @param changeable false if it begins and ends in different elements of HTML, or in HTML that only a form can mend
 */
public record FoundPlace(
        String owner,
        String path,
        PlaceKey key,
        TextField field,
        String language,
        String before,
        String words,
        String after,
        boolean changeable) {}
