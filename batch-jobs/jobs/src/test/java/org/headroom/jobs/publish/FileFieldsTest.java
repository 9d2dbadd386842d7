package org.headroom.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.decide.advice.Advice;
import org.headroom.feeds.field.OutputField;
import org.headroom.feeds.field.OutputFields;
import org.headroom.ledger.Changes;
import org.headroom.ledger.calendar.Calendar;
import org.headroom.runs.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of fields has every field of the JSON files of a run, and no other. */
class FileFieldsTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(Manifest.FILE, Manifest.class),
                Arguments.of("advice.json", Advice.class),
                Arguments.of(Changes.FILE, Changes.class),
                Arguments.of(Calendar.FILE, Calendar.class));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFieldIsOnThePage(String file, Class<?> content) {
        List<String> expected = new ArrayList<>();
        add("", content, expected);
        assertThat(new OutputFields(List.of()).all())
                .filteredOn(field -> field.output().equals(file))
                .extracting(OutputField::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void add(String path, Class<?> content, List<String> names) {
        for (RecordComponent component : content.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = path + (named == null ? component.getName() : named.value());
            Type type = component.getGenericType();
            if (type instanceof Class<?> inner && inner.isRecord()) {
                add(name + ".", inner, names);
            } else if (type instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> entry
                    && entry.isRecord()) {
                add(name + "[].", entry, names);
            } else {
                names.add(name);
            }
        }
    }
}
