package org.headroom.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** What Spark reports, in words for whoever gave the command. */
final class SparkFailures {
    private static final Pattern TASK =
            Pattern.compile("most recent failure: Lost task [^(]*\\(TID \\d+\\) \\(([^)]*)\\): (.*)");
    private static final Pattern CLASS = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:\\$\\w+)*(?:: )?");
    private static final String ADVICE =
            "What is done is kept: the same command goes on there, with --engine or without.";

    private SparkFailures() {}

    /** A failure of the work, whatever its cause; of family EXTERNAL, as it may go well the next time. */
    static HeadroomException ofWork(String step, String master, Throwable cause) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "Apache Spark at " + master + " gave up on step " + step + ": "
                        + reason(String.valueOf(cause.getMessage())),
                ADVICE,
                cause);
    }

    /** No connection to begin with. */
    static HeadroomException ofStart(String master, Throwable cause) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "Apache Spark at " + master + " cannot be used: " + reason(String.valueOf(cause.getMessage())),
                "Check the address, and that the cluster runs Spark "
                        + org.apache.spark.package$.MODULE$.SPARK_VERSION() + ". " + ADVICE,
                cause);
    }

    /** The reason of the last attempt, with the executor that it was on; else the first line. */
    static String reason(String message) {
        String first = message.lines().findFirst().orElse("no reason told").strip();
        Matcher task = TASK.matcher(first);
        if (!task.find()) {
            return CLASS.matcher(first).replaceFirst("");
        }
        return CLASS.matcher(task.group(2)).replaceFirst("") + " (on " + task.group(1)
                + ", at the last of several attempts)";
    }
}
