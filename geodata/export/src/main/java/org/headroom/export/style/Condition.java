package org.headroom.export.style;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** When a rule of a style draws a feature, said in QGIS's expressions and in OGC Filter Encoding 1.0. */
sealed interface Condition {
    /** As an expression of QGIS. */
    String qgis();

    /** As an element inside {@code ogc:Filter}. */
    void filter(XmlText xml);

    /** Every feature. */
    static Condition always() {
        return new All(List.of());
    }

    /** A number of the feature compared; not fulfilled where it has none. */
    static Condition number(String field, Operator operator, double value) {
        return new Compared(field, operator, literal(value), false);
    }

    static Condition text(String field, String value) {
        return new Compared(field, Operator.IS, value, true);
    }

    static Condition notText(String field, String value) {
        return new Not(text(field, value));
    }

    /** Whether there is any text. */
    static Condition said(String field) {
        return new Said(field);
    }

    static Condition unsaid(String field) {
        return new Not(new Said(field));
    }

    default Condition and(Condition other) {
        return this instanceof All all && all.parts().isEmpty() ? other : new All(List.of(this, other));
    }

    /** A number as it stands in expressions: whole where it is. */
    static String literal(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    /** How a value is compared. */
    enum Operator {
        IS("=", "ogc:PropertyIsEqualTo"),
        BELOW("<", "ogc:PropertyIsLessThan"),
        UP_TO("<=", "ogc:PropertyIsLessThanOrEqualTo"),
        FROM(">=", "ogc:PropertyIsGreaterThanOrEqualTo"),
        ABOVE(">", "ogc:PropertyIsGreaterThan");

        private final String sign;
        private final String element;

        Operator(String sign, String element) {
            this.sign = sign;
            this.element = element;
        }
    }

    /** A value compared with a constant. */
    record Compared(String field, Operator operator, String value, boolean isText) implements Condition {
        @Override
        public String qgis() {
            return quoted(field) + " " + operator.sign + " " + (isText ? "'" + value.replace("'", "''") + "'" : value);
        }

        @Override
        public void filter(XmlText xml) {
            xml.start(operator.element)
                    .text("ogc:PropertyName", field)
                    .text("ogc:Literal", value)
                    .end();
        }
    }

    /** A text that is neither missing nor empty. */
    record Said(String field) implements Condition {
        @Override
        public String qgis() {
            return "coalesce(" + quoted(field) + ", '') <> ''";
        }

        @Override
        public void filter(XmlText xml) {
            // Whether an empty text is null differs by reader, so both are asked for; a missing one is not like
            // anything.
            xml.start("ogc:PropertyIsLike", "wildCard", "*", "singleChar", ".", "escape", "!")
                    .text("ogc:PropertyName", field)
                    .text("ogc:Literal", ".*")
                    .end();
        }
    }

    /** What is not so. */
    record Not(Condition condition) implements Condition {
        @Override
        public String qgis() {
            if (condition instanceof Said said) {
                return "coalesce(" + quoted(said.field()) + ", '') = ''";
            }
            return "coalesce(NOT (" + condition.qgis() + "), true)";
        }

        @Override
        public void filter(XmlText xml) {
            xml.start("ogc:Not");
            condition.filter(xml);
            xml.end();
        }
    }

    /** All of some. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String qgis() {
            return parts.stream().map(Condition::qgis).collect(Collectors.joining(" AND "));
        }

        @Override
        public void filter(XmlText xml) {
            xml.start("ogc:And");
            parts.forEach(part -> part.filter(xml));
            xml.end();
        }
    }
}
