package org.headroom.feeds.line;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.spi.SiteBlock;

/** What is known of a site before anything is measured: the attributes that its record has, and no others. */
final class AttributeLines {
    private final List<LayerField> all = SiteAttributes.all().stream()
            .filter(field -> !field.name().equals("siteId") && !field.name().equals("name"))
            .toList();

    void write(SiteBlock sites, int site, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("attributes");
        for (LayerField field : all) {
            if (field.name().equals(SiteAttributes.ORIGIN)) {
                json.writeStringField(field.name(), sites.origin(site).name());
            } else if (field.type() == FieldType.NUMBER) {
                double value = sites.numbers(field.name())[site];
                if (Double.isFinite(value)) {
                    json.writeNumberField(field.name(), value);
                }
            } else {
                String text = sites.texts(field.name())[site];
                if (text != null) {
                    json.writeStringField(field.name(), text);
                }
            }
        }
        json.writeEndObject();
    }
}
