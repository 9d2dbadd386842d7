package org.headroom.runtime.lease;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.headroom.runtime.Holder;

/** What a holder has to know of its own process. */
final class ThisProcess {
    /** Asked first: the JDK asks the network for the name, which may take seconds to answer. */
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private ThisProcess() {}

    static Holder asHolder(Clock clock) {
        Instant now = clock.instant();
        ProcessHandle process = ProcessHandle.current();
        return new Holder(process.pid(), host(), process.info().startInstant().orElse(now), now);
    }

    private static String host() {
        try {
            return Files.readString(HOST_NAME, StandardCharsets.UTF_8);
        } catch (IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (IOException e) {
                return "";
            }
        }
    }
}
