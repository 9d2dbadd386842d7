package org.headroom.rules.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.model.Criterion;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;

/**
 * All fields that rules may test, in a fixed order: attributes of the site, then criteria. A criterion with the name of an attribute
 * stands in its place: a module has made it a measurement. Immutable.
 */
public final class SiteFields {
    private final List<SiteField> all;
    private final Map<String, SiteField> byName = new LinkedHashMap<>();

    /**
     * @param criteria the criteria of all modules, in the modules' order
     * @throws IllegalArgumentException when two criteria have the same name
     */
    public SiteFields(List<Criterion> criteria) {
        Set<String> measured = criteria.stream().map(Criterion::id).collect(Collectors.toSet());
        for (LayerField attribute : SiteAttributes.all()) {
            if (measured.contains(attribute.name())) {
                continue;
            }
            boolean isNumber = attribute.type() == FieldType.NUMBER;
            add(new SiteField(
                    byName.size(),
                    attribute.name(),
                    isNumber ? SiteField.Kind.NUMBER : SiteField.Kind.TEXT,
                    attribute.unit(),
                    attribute.name().equals(SiteAttributes.ORIGIN) ? origins() : List.of(),
                    false));
        }
        for (Criterion criterion : criteria) {
            add(new SiteField(
                    byName.size(),
                    criterion.id(),
                    criterion.isCategory() ? SiteField.Kind.CATEGORY : SiteField.Kind.NUMBER,
                    criterion.unit(),
                    criterion.labels(),
                    true));
        }
        all = List.copyOf(byName.values());
    }

    private static List<String> origins() {
        List<String> names = new ArrayList<>();
        for (SiteOrigin origin : SiteOrigin.values()) {
            names.add(origin.name());
        }
        return names;
    }

    private void add(SiteField field) {
        if (byName.putIfAbsent(field.name(), field) != null) {
            throw new IllegalArgumentException("the field name \"" + field.name() + "\" is given twice");
        }
    }

    public List<SiteField> all() {
        return all;
    }

    public Optional<SiteField> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException when there is no such field */
    public SiteField get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no field is named " + name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
