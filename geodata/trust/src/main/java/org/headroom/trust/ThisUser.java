package org.headroom.trust;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;

/** The user who runs this process, as the owner of files. */
final class ThisUser {
    private static final Path PROCESS = Path.of("/proc/self");

    private ThisUser() {}

    /** @throws IOException when the system has no name for the user, and no other way to tell */
    static UserPrincipal of(FileSystem files) throws IOException {
        try {
            return files.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
        } catch (UserPrincipalNotFoundException e) {
            // A container may run under a number that has no name.
            if (Files.exists(PROCESS)) {
                return Files.getOwner(PROCESS);
            }
            throw e;
        }
    }
}
