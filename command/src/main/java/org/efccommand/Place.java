package org.efccommand;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where an archive is, or is to be.
 *
 * @param kind which of the kinds
 * @param path of a home or a folder; null of an address
 * @param address ends in a slash; null of a path
 */
record Place(Kind kind, Path path, URI address) {

    /** The kinds of places. */
    enum Kind {
        PREVIEW,
        BOOTSTRAP,
        ADDRESS
    }

    /** {@code preview:HOME}, {@code bootstrap:DIR} or an address. */
    static final class Converter implements ITypeConverter<Place> {
        @Override
        public Place convert(String text) {
            if (text.startsWith("preview:") && text.length() > 8) {
                return new Place(Kind.PREVIEW, Path.of(text.substring(8)), null);
            } else if (text.startsWith("bootstrap:") && text.length() > 10) {
                return new Place(Kind.BOOTSTRAP, Path.of(text.substring(10)), null);
            } else if (text.matches("https?://[^\\s?#]+")) {
                return new Place(Kind.ADDRESS, null, slashed(URI.create(text)));
            }
            throw new TypeConversionException(
                    "'" + text + "' is neither preview:HOME nor bootstrap:DIR nor the address of a site");
        }
    }

    /** The path of a preview's home. @throws Failure if the place is another */
    Path home() throws Failure {
        if (kind != Kind.PREVIEW) {
            throw new Failure(Failure.NOT_RIGHT, "Name the home of a preview: preview:HOME");
        }
        return path;
    }

    /** An address that ends in a slash. */
    static URI slashed(URI address) {
        return address.toString().endsWith("/") ? address : URI.create(address + "/");
    }

    /** Whether somebody watches. From Java 22 on there is a console in a pipe too; picocli knows. */
    static boolean isTerminal() {
        return Ansi.AUTO.enabled();
    }
}
