package org.headroom.rules.fact;

import java.util.List;
import java.util.Locale;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;

/** Writes the Java source of {@code org.headroom.rules.Site} for a vocabulary. */
public final class SiteSource {
    /** Name of the generated class. */
    public static final String CLASS_NAME = "org.headroom.rules.Site";

    private SiteSource() {}

    /** Name of the bean property that holds a bound or a text: {@code lower_pue}, {@code upper_pue}, {@code text_origin}. */
    public static String property(String accessor, SiteField field) {
        return accessor + "_" + field.name();
    }

    /** The whole source file of a Site that answers no tests. */
    public static String of(SiteFields fields) {
        return of(fields, List.of());
    }

    /**
     * The whole source file.
     *
     * @param tests properties by which rules ask for tests, in the order of their numbers; each a Java name
     */
    public static String of(SiteFields fields, List<String> tests) {
        StringBuilder java = new StringBuilder(4096);
        java.append("package org.headroom.rules;\n\n");
        java.append("public final class Site extends ").append(SiteFact.class.getName());
        java.append(" {\n    public Site(").append(FactBlock.class.getName());
        java.append(" block, int place) {\n        super(block, place);\n    }\n");
        for (SiteField field : fields.all()) {
            if (field.kind() != SiteField.Kind.TEXT) {
                getter(java, "double", "lower", field);
                getter(java, "double", "upper", field);
            } else {
                getter(java, "String", "text", field);
            }
        }
        for (int test = 0; test < tests.size(); test++) {
            getter(java, "double", tests.get(test), "holds", test);
        }
        return java.append("}\n").toString();
    }

    private static void getter(StringBuilder java, String type, String accessor, SiteField field) {
        getter(java, type, property(accessor, field), accessor, field.slot());
    }

    private static void getter(StringBuilder java, String type, String property, String accessor, int number) {
        java.append("\n    public ").append(type).append(" get");
        java.append(property.substring(0, 1).toUpperCase(Locale.ROOT)).append(property.substring(1));
        java.append("() {\n        return ").append(accessor);
        java.append('(').append(number).append(");\n    }\n");
    }
}
