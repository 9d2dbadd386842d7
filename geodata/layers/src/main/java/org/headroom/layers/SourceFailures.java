package org.headroom.layers;

import java.io.IOException;
import java.util.regex.Pattern;
import org.headroom.layers.format.SourceException;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** What is said of a source that cannot be read. */
final class SourceFailures {
    /** What libraries put before their words, which tells nobody anything. */
    private static final Pattern CLASS_NAME = Pattern.compile("\\b([a-z]\\w*\\.)+[A-Z]\\w*(Exception|Error)(: )?");

    private SourceFailures() {}

    /** Something that reads a source. */
    interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** A source that asks for more memory than there is, as made-up files do, costs its layer and not the program. */
    static <T, E extends Exception> T withinMemory(LayerDescriptor descriptor, Reading<T, E> reading) throws E {
        try {
            return reading.read();
        } catch (StackOverflowError e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    where(descriptor) + ": something in it is nested too deep to be read",
                    "Look for lists or collections within each other, and export the file again without them.");
        } catch (OutOfMemoryError e) {
            long mib = Runtime.getRuntime().maxMemory() >> 20;
            // A heap that is too small for any layer shows at the first one, so the file need not be to blame.
            throw new HeadroomException(
                    FailureFamily.INTERNAL,
                    where(descriptor) + ": reading it takes more than the " + mib + " MiB of memory that Java may use",
                    "If the file has no record of unusual size, give Java more, as in HEADROOM_OPTS=-Xmx"
                            + Math.max(2, mib * 2 / 1024) + "g.");
        }
    }

    /** The layer and its file, as messages begin. */
    static String where(LayerDescriptor descriptor) {
        return "layer " + descriptor.id() + " (" + descriptor.source().file() + ")";
    }

    static HeadroomException unreadable(LayerDescriptor descriptor, IOException e) {
        if (e instanceof SourceException source) {
            String words = CLASS_NAME.matcher(String.valueOf(e.getMessage())).replaceAll("");
            return new HeadroomException(FailureFamily.DATA, where(descriptor) + ": " + words, source.advice(), e);
        }
        String reason = OutsideFailure.describe(e);
        return new HeadroomException(
                FailureFamily.DATA,
                where(descriptor) + ": "
                        + (CLASS_NAME.matcher(reason).find()
                                ? "cannot be read to its end, as it is cut off or damaged"
                                : reason),
                "Check that the file is complete and may be read.",
                e);
    }
}
