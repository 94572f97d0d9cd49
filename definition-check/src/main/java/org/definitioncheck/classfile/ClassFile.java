package org.definitioncheck.classfile;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a compiled class says of itself.
 *
 * @param name with dots; a nested class after a {@code $}
 * @param parent the class that it extends; {@code java.lang.Object} for an interface
 * @param interfaces those that it names itself
 * @param isAbstract whether no object can be made of it: an abstract class or an interface
 * @param alias what {@code @FieldType}, {@code @ActionType} and the like call it; null without such an annotation
 * @param properties what its own setters take, by property: kinds of values as {@code magnolia-6.2.yaml} writes them
 * @param constants of an enum; empty for anything else
 * @param texts the texts in its code; where one is put together, the part before the first piece that varies
 */
public record ClassFile(
        String name,
        String parent,
        List<String> interfaces,
        boolean isAbstract,
        String alias,
        Map<String, String> properties,
        List<String> constants,
        Set<String> texts) {

    private static final int CONSTANT_STRING = 8;
    private static final Pattern GENERIC =
            Pattern.compile("Ljava/(?:util|lang)/(List|Collection|Set|Map|Class)(?:<(.*)>)?;");
    private static final Pattern SETTER = Pattern.compile("set([A-Z].*?)\\((.+)\\)V");
    private static final Pattern ALIAS = Pattern.compile("Linfo/magnolia/.*Type;");

    /** All classes among the resources; what is no class or of a Java that is not known yet is passed over. */
    public static List<ClassFile> all(Resources resources) {
        return resources
                .all()
                .filter(file -> file.path().endsWith(".class") && !file.name().equals("module-info.class"))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    /** Empty if the file holds no class, or one of a Java that is not known yet. */
    public static Optional<ClassFile> read(Resource file) {
        try {
            ClassReader reader = new ClassReader(file.bytes());
            Reading reading = new Reading();
            reader.accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return Optional.of(new ClassFile(
                    dotted(reader.getClassName()),
                    reader.getSuperName() == null ? "" : dotted(reader.getSuperName()),
                    List.of(reader.getInterfaces()).stream()
                            .map(ClassFile::dotted)
                            .toList(),
                    (reader.getAccess() & Opcodes.ACC_ABSTRACT) != 0,
                    reading.alias,
                    reading.properties,
                    reading.constants,
                    texts(reader)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    private static Set<String> texts(ClassReader reader) {
        Set<String> texts = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int place = reader.getItem(i);
            if (place > 0 && reader.readByte(place - 1) == CONSTANT_STRING) {
                // javac writes what varies in a concatenation as U+0001.
                texts.add(reader.readUTF8(place, buffer).split("\u0001", 2)[0]);
            }
        }
        return texts;
    }

    /** A type's signature as a kind of value. */
    private static String kind(String signature) {
        String type = signature.replaceFirst("^[+-]", "");
        Matcher generic = GENERIC.matcher(type);
        if (generic.matches()) {
            String of = generic.group(2) == null ? "*" : generic.group(2);
            return switch (generic.group(1)) {
                case "Class" -> kind(of).equals("any") ? "class" : "class<" + kind(of) + ">";
                case "Map" -> "map<" + kind(of.substring(of.indexOf(';') + 1)) + ">";
                default -> "list<" + kind(of) + ">";
            };
        }
        return switch (type) {
            case "Z", "Ljava/lang/Boolean;" -> "boolean";
            case "I", "S", "B", "Ljava/lang/Integer;" -> "int";
            case "J", "Ljava/lang/Long;" -> "long";
            case "D", "F", "Ljava/lang/Double;", "Ljava/lang/Float;", "Ljava/lang/Number;" -> "number";
            case "Ljava/lang/String;" -> "string";
            case "Ljava/lang/Object;" -> "any";
            default -> type.startsWith("L") ? dotted(type.substring(1).replaceFirst("[<;].*", "")) : "any";
        };
    }

    private static final class Reading extends ClassVisitor {
        private final Map<String, String> properties = new TreeMap<>();
        private final List<String> constants = new ArrayList<>();
        private String alias;

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
            return !ALIAS.matcher(type).matches()
                    ? null
                    : new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String element, Object value) {
                            if (element.equals("value") && value instanceof String text) {
                                alias = text;
                            }
                        }
                    };
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            if ((access & Opcodes.ACC_ENUM) != 0) {
                constants.add(name);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            boolean isPublic =
                    (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == Opcodes.ACC_PUBLIC;
            Matcher setter = SETTER.matcher(name + (signature == null ? type : signature));
            if (isPublic && setter.matches() && Type.getArgumentCount(type) == 1) {
                properties.put(Introspector.decapitalize(setter.group(1)), kind(setter.group(2)));
            }
            return null;
        }
    }
}
