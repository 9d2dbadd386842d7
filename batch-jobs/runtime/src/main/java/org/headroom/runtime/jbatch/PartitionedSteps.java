package org.headroom.runtime.jbatch;

import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Finds the steps of a job XML that have a partition. */
final class PartitionedSteps {
    private PartitionedSteps() {}

    /**
     * @param jobXml the whole job XML
     * @return ids of the steps with a partition element
     */
    static Set<String> of(String jobXml) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> steps = new TreeSet<>();
        @Nullable String step = null;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(jobXml));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("step")) {
                    step = reader.getAttributeValue(null, "id");
                } else if (reader.getLocalName().equals("partition") && step != null) {
                    steps.add(step);
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the job XML in the repository cannot be read: " + e.getMessage(), e);
        }
        return steps;
    }
}
