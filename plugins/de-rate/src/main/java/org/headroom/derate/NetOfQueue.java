package org.headroom.derate;

import java.util.Arrays;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/** Whether operators have taken what waits ahead off the headroom that they publish, as the policy says. */
enum NetOfQueue {
    YES,
    NO,
    UNKNOWN;

    static final String PARAMETER = "publishedIsNetOfQueue";

    static final ParameterSpec SPEC = ParameterSpec.text(
            PARAMETER,
            "YES, NO or UNKNOWN: whether operators have taken what waits ahead off the headroom that they publish.");

    static NetOfQueue of(Parameters parameters) {
        String text = parameters.text(PARAMETER);
        List<String> known = Arrays.stream(values()).map(Enum::name).toList();
        if (!known.contains(text)) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "module de-rate: parameter " + PARAMETER + " is \"" + text + "\", it must be one of " + known
                            + NearestName.hint(text, known),
                    "Correct it in the policy's parameters for de-rate.");
        }
        return valueOf(text);
    }
}
