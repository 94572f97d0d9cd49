package org.definitioncheck.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.definitioncheck.classfile.ClassFile;

/**
 * A class or interface that a definition may name.
 *
 * @param alias its {@code $type}; null without one
 * @param aliased whether {@code $type} is looked up for this type and what extends it
 * @param parent what it extends; null if nothing that matters
 * @param implementation what stands for it when neither class nor {@code $type} is given; null for the type itself
 * @param properties its own, without those that it inherits
 * @param ownName the name that an object has before anything names it; null if none
 * @param deprecated its own properties that Magnolia reports
 */
record BeanType(
        String name,
        String alias,
        boolean aliased,
        String parent,
        List<String> interfaces,
        String implementation,
        boolean isAbstract,
        Map<String, PropertyType> properties,
        String ownName,
        List<String> deprecated) {

    /**
     * Of a class whose properties are known from nowhere else.
     *
     * @param files all such classes, by name
     * @param types what else is known, by name
     */
    static BeanType of(ClassFile file, Map<String, ClassFile> files, Map<String, BeanType> types) {
        Map<String, PropertyType> properties = new TreeMap<>();
        file.properties()
                .forEach((name, kind) -> properties.put(name, readable(PropertyType.parse(kind), files, types)));
        String parent = file.parent().startsWith("java.") ? null : file.parent();
        return new BeanType(
                file.name(),
                file.alias(),
                false,
                parent,
                file.interfaces(),
                null,
                file.isAbstract(),
                properties,
                null,
                List.of());
    }

    /** The same with the constants of an enum; a bean of which nothing is known is not supported. */
    private static PropertyType readable(PropertyType type, Map<String, ClassFile> files, Map<String, BeanType> types) {
        if (type instanceof PropertyType.ListOf list) {
            return new PropertyType.ListOf(readable(list.items(), files, types));
        }
        if (type instanceof PropertyType.MapOf map) {
            return new PropertyType.MapOf(readable(map.values(), files, types));
        }
        if (!(type instanceof PropertyType.Bean bean) || types.containsKey(bean.type())) {
            return type;
        }
        ClassFile file = files.get(bean.type());
        if (file == null) {
            return PropertyType.Simple.UNSUPPORTED;
        }
        return file.constants().isEmpty() ? type : new PropertyType.Enumeration(file.constants());
    }
}
