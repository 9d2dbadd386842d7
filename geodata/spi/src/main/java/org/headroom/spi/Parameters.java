package org.headroom.spi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of one module. Checked against the module's {@link ParameterSpec}s before the module sees them. Immutable. */
public final class Parameters {
    private final Map<String, Parameter> byId = new LinkedHashMap<>();

    public Parameters(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            byId.put(parameter.id(), parameter);
        }
    }

    /** @throws IllegalArgumentException when the module did not declare the id */
    public Parameter get(String id) {
        Parameter parameter = byId.get(id);
        if (parameter == null) {
            throw new IllegalArgumentException("parameter " + id + " is not declared by the module");
        }
        return parameter;
    }

    /** The value of a number parameter, in its declared unit. */
    public double number(String id) {
        return get(id).numbers().get(0);
    }

    /** The values of a list parameter, in their declared unit; a fresh array. */
    public double[] numbers(String id) {
        return get(id).numbers().stream().mapToDouble(Double::doubleValue).toArray();
    }

    public String text(String id) {
        return get(id).text();
    }

    /** All parameters in the policy's order. */
    public Collection<Parameter> all() {
        return byId.values();
    }
}
