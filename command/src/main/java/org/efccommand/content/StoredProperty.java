package org.efccommand.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.ObjectUtils;

/**
 * A property of a node, as Magnolia's nodes REST writes it.
 *
 * @param type as JCR names it, such as {@code String} or {@code Date}
 * @param values each as JCR writes it; of binary ones their bytes in Base64 or, within a package, the paths of their files
 * @param sha256 of each file within a package; else none
 */
public record StoredProperty(
        String name,
        String type,
        boolean multiple,
        List<String> values,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sha256) {

    /** Nothing is null. */
    public StoredProperty {
        values = List.copyOf(ObjectUtils.defaultIfNull(values, List.of()));
        sha256 = List.copyOf(ObjectUtils.defaultIfNull(sha256, List.of()));
    }

    /** One outside of a package. */
    public StoredProperty(String name, String type, boolean multiple, List<String> values) {
        this(name, type, multiple, values, List.of());
    }

    /** Whether its values are files. */
    @JsonIgnore
    public boolean isBinary() {
        return type.equals("Binary");
    }

    /** What tells its values from others: they themselves, or digests of files. */
    @JsonIgnore
    public List<String> marks() {
        if (!isBinary()) {
            return values;
        }
        return sha256.isEmpty()
                ? values.stream()
                        .map(value -> DigestUtils.sha256Hex(Base64.getDecoder().decode(value)))
                        .toList()
                : sha256;
    }

    /** The same without its files, but with what tells them from others. */
    StoredProperty withoutFiles() {
        return isBinary() ? new StoredProperty(name, type, multiple, List.of(), marks()) : this;
    }
}
