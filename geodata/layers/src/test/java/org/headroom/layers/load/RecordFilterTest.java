package org.headroom.layers.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.RawRecord;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A condition keeps the records that GeoTools keeps when it has the values as attributes of a feature. */
final class RecordFilterTest {
    private static final List<String> COLUMNS = List.of("a", "b");

    /** A record of two values. */
    private record Two(@Nullable Object a, @Nullable Object b) implements RawRecord {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public @Nullable Object value(int column) {
            return column == 0 ? a : b;
        }

        @Override
        public @Nullable Geometry geometry() {
            return null;
        }

        @Override
        public @Nullable String damage() {
            return null;
        }
    }

    private static boolean keeps(String where, Two record) {
        return RecordFilter.parse(where, new ColumnLookup(COLUMNS), column -> null, "test")
                .test(record);
    }

    private static boolean geoToolsKeeps(String where, Two record) throws CQLException {
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("record");
        COLUMNS.forEach(column -> type.add(column, Object.class));
        SimpleFeatureType built = type.buildFeatureType();
        return ECQL.toFilter(where)
                .evaluate(SimpleFeatureBuilder.build(built, new @Nullable Object[] {record.a, record.b}, "r"));
    }

    @Property(tries = 3000)
    void agreesWithGeoTools(
            @ForAll("conditions") String where, @ForAll("values") Object[] a, @ForAll("values") Object[] b)
            throws CQLException {
        Two record = new Two(a[0], b[0]);
        // There GeoTools compares by letters.
        boolean comparesNumbers = where.matches(".*[=<>] -?[0-9].*|.*(^|[( ])-?[0-9.]+ [=<>].*|.*BETWEEN.*");
        Assume.that(!comparesNumbers || !(a[0] instanceof String || b[0] instanceof String));
        boolean comparesDays = where.matches(".*[<>]=? '\\d{4}-.*|.*'\\d{4}-\\d\\d-\\d\\d' [<>]=? .*");
        Assume.that(!comparesDays || isNoneOrDay(a[0]) && isNoneOrDay(b[0]));
        assertThat(keeps(where, record)).as("%s of %s", where, record).isEqualTo(geoToolsKeeps(where, record));
    }

    private static boolean isNoneOrDay(@Nullable Object value) {
        return value == null || value.toString().matches("\\d{4}-\\d\\d-\\d\\d");
    }

    /** In arrays, because a value may be null. */
    @Provide
    Arbitrary<Object[]> values() {
        Map<String, Object> byName = new HashMap<>();
        List.of(
                        "ACTIVE",
                        "active",
                        "2020-01-01",
                        "2021-04-05",
                        "2020",
                        "1e3",
                        "NaN",
                        "Infinity",
                        "12-",
                        "5",
                        "5.0",
                        "x y")
                .forEach(text -> byName.put(text, text));
        List.of(5L, 2020L, -3L, 5.0, 5.5, 2020.0, Double.NaN, true, false, Long.MAX_VALUE)
                .forEach(number -> byName.put("n" + number, number));
        byName.put("d1", LocalDate.of(2020, 1, 1));
        byName.put("d2", LocalDate.of(2021, 4, 5));
        byName.put("nothing", null);
        return Arbitraries.of(byName.keySet().stream().sorted().toList()).map(name -> new Object[] {byName.get(name)});
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> operand = Arbitraries.of(
                "a",
                "b",
                "'ACTIVE'",
                "'2020-01-01'",
                "'2021-04-05'",
                "'2020'",
                "'5'",
                "'NaN'",
                "5",
                "5.5",
                "-3",
                "2020",
                "1000.0");
        Arbitrary<String> operator = Arbitraries.of("=", "<>", "<", "<=", ">", ">=");
        Arbitrary<String> comparison = Combinators.combine(Arbitraries.of("a", "b"), operator, operand)
                .as((left, op, right) -> left + " " + op + " " + right);
        Arbitrary<String> turned = Combinators.combine(operand, operator, Arbitraries.of("a", "b"))
                .as((left, op, right) -> left + " " + op + " " + right);
        Arbitrary<String> other = Arbitraries.of(
                "a IS NULL",
                "b IS NOT NULL",
                "a LIKE 'A%'",
                "a IN ('ACTIVE', '5')",
                "b BETWEEN 1 AND 6",
                "strToLowerCase(a) = 'active'",
                "a + 1 = 6");
        Arbitrary<String> one = Arbitraries.oneOf(comparison, comparison, turned, other);
        return Combinators.combine(
                        one, one, Arbitraries.of("AND", "OR", "AND NOT", "OR NOT"), Arbitraries.of(true, false))
                .as((first, second, joined, alone) -> alone ? first : first + " " + joined + " (" + second + ")");
    }

    @Example
    void aTextIsComparedWithANumberAsTheNumberThatItIs() {
        assertThat(keeps("a > 5", new Two("1200", null))).isTrue();
        assertThat(keeps("a > 5", new Two("4.9", null))).isFalse();
        assertThat(keeps("a BETWEEN 10 AND 20", new Two("9", null))).isFalse();
        assertThat(keeps("a = 5", new Two("5.0", null))).isTrue();
        assertThat(keeps("a = '5'", new Two("5.0", null))).isFalse();
        // What cannot be told is not filtered.
        RecordFilter filter = RecordFilter.parse("a > 5", new ColumnLookup(COLUMNS), column -> null, "test");
        assertThat(filter.test(new Two("1,200", null))).isTrue();
        assertThat(filter.unreadableColumn()).isZero();
        assertThat(filter.test(new Two(null, null))).isFalse();
        assertThat(filter.unreadableColumn()).isEqualTo(-1);
        NumberForm thousands = new NumberForm('.', ',');
        assertThat(RecordFilter.parse("a > 5", new ColumnLookup(COLUMNS), column -> thousands, "test")
                        .test(new Two("1,200", null)))
                .isTrue();
    }

    @Example
    void aTextThatIsNoDayIsNotComparedWithOneByItsLetters() {
        for (String where :
                new String[] {"a > '2026-01-31'", "'2026-01-31' <= a", "a BETWEEN '2026-01-31' AND '2027-01-01'"}) {
            RecordFilter filter = RecordFilter.parse(where, new ColumnLookup(COLUMNS), column -> null, "test");
            assertThat(filter.test(new Two("2026-02-01T10:00:00Z", null))).isTrue();
            assertThat(filter.test(new Two("2026-01-30", null))).isFalse();
            assertThat(filter.unreadableColumn()).isEqualTo(-1);
            for (String other : new String[] {"12/31/2026", "9/5/2024", "unknown", "20260201"}) {
                assertThat(filter.test(new Two(other, null))).as(other).isTrue();
                assertThat(filter.unreadableColumn()).isZero();
                assertThat(filter.expected()).isEqualTo("a day as in 2026-01-31");
            }
        }
    }

    @Example
    void timesAreNotComparedByWords() {
        for (String where : new String[] {"a AFTER 2026-01-05T12:00:00Z", "a BEFORE 2026-01-05T12:00:00Z OR b = 1"}) {
            assertThatThrownBy(() -> RecordFilter.parse(where, new ColumnLookup(COLUMNS), column -> null, "test"))
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContaining("compares times by words");
        }
    }

    @Example
    void aDateIsComparedWithItsText() {
        String where = "a = 'ACTIVE' AND b >= '2020-01-01'";
        assertThat(keeps(where, new Two("ACTIVE", LocalDate.of(2020, 1, 1)))).isTrue();
        assertThat(keeps(where, new Two("ACTIVE", LocalDate.of(2019, 12, 31)))).isFalse();
        assertThat(keeps(where, new Two("WITHDRAWN", LocalDate.of(2020, 1, 1)))).isFalse();
        assertThat(keeps(where, new Two("ACTIVE", null))).isFalse();
    }
}
