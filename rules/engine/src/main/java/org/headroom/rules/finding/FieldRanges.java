package org.headroom.rules.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.FieldDomain;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.vocabulary.SiteField;

/** Which numbers fields may have: criteria as their modules say, attributes of a site as the catalogue of fields does. */
final class FieldRanges {
    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Map<String, Range> byName = new HashMap<>();

    /**
     * A range; both ends belong to it.
     *
     * @param least may be -Infinity
     * @param greatest may be Infinity
     */
    record Range(double least, double greatest) {
        boolean has(double figure) {
            return figure >= least && figure <= greatest;
        }
    }

    FieldRanges(List<Criterion> criteria) {
        SiteAttributes.all().forEach(attribute -> {
            FieldDomain domain = attribute.domain();
            byName.put(attribute.name(), new Range(domain.least(), domain.greatest()));
        });
        criteria.forEach(criterion -> byName.put(criterion.id(), new Range(criterion.minimum(), criterion.maximum())));
    }

    Range of(SiteField field) {
        return byName.getOrDefault(field.name(), ANY);
    }
}
