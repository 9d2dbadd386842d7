package org.headroom.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** The masters of a standalone cluster: Spark takes a minute to find that there are none, and then says something else. */
final class Masters {
    private static final String SCHEME = "spark://";
    private static final Pattern MASTER = Pattern.compile("(.+):([0-9]{1,5})");
    private static final int PATIENCE_MILLIS = 5_000;

    private Masters() {}

    /**
     * Refuses an address at which nobody answers; of several masters one is enough. Other addresses than {@code spark://} are not looked at.
     *
     * @throws HeadroomException of family EXTERNAL, or of family CONFIG when the address is none
     */
    static void refuseWhereNobodyAnswers(String address) {
        if (!address.startsWith(SCHEME)) {
            return;
        }
        String reason = "";
        for (String master : address.substring(SCHEME.length()).split(",")) {
            Matcher parts = MASTER.matcher(master);
            if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "--engine " + address + " has no host and port in \"" + master + "\"",
                        "Write it as spark://HOST:7077, or spark://ONE:7077,TWO:7077 for several masters.");
            }
            Optional<String> silence = silence(parts.group(1), Integer.parseInt(parts.group(2)));
            if (silence.isEmpty()) {
                return;
            }
            reason = silence.get();
        }
        throw new HeadroomException(
                FailureFamily.EXTERNAL,
                "nobody answers at " + address + " (" + reason + ")",
                "Start the master of the cluster, or mend the address; the same command goes on then, and it does without --engine.");
    }

    private static Optional<String> silence(String host, int port) {
        InetSocketAddress place = new InetSocketAddress(host, port);
        if (place.isUnresolved()) {
            return Optional.of("there is no host " + host);
        }
        try (Socket socket = new Socket()) {
            socket.connect(place, PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(OutsideFailure.reason(e));
        }
    }
}
