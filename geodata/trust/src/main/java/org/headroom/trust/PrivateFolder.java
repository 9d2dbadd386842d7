package org.headroom.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder that belongs to the user who runs this process and that nobody else may write to. Both are asked of the open folder, and all
 * is read and written through it, so that it makes no difference what others do to the path meanwhile: they may put another folder in
 * its place, but not a file into this one. On systems without owners and permissions of files there is no such folder.
 */
public final class PrivateFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");

    /** Begins the name of a file that is being written. */
    private static final String HIDDEN = ".";

    private final SecureDirectoryStream<Path> folder;

    private PrivateFolder(SecureDirectoryStream<Path> folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder and makes it when it is missing.
     *
     * @throws IOException when it cannot be made or opened, or is not private
     */
    public static PrivateFolder open(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new IOException("the files of " + path + " have no owners");
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            // Whether it may be used is asked below.
        }
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            PrivateFolder opened = new PrivateFolder(secure);
            try {
                opened.refuseOthers(path);
                return opened;
            } catch (IOException e) {
                secure.close();
                throw e;
            }
        }
        stream.close();
        throw new IOException("the folder " + path + " cannot be held open");
    }

    /** Whether a file or folder belongs to the user who runs this process. */
    public static boolean isOwn(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(ThisUser.of(path.getFileSystem()));
    }

    private void refuseOthers(Path path) throws IOException {
        PosixFileAttributes attributes =
                folder.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
        UserPrincipal self = ThisUser.of(path.getFileSystem());
        if (!attributes.owner().equals(self)
                || attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("the folder " + path + " can be written by others than " + self.getName());
        }
    }

    /** The bytes of a file; nothing when there is no such file or it is larger than {@code most}. */
    public Optional<byte[]> read(String name, int most) throws IOException {
        try (SeekableByteChannel channel = folder.newByteChannel(
                        Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                InputStream in = Channels.newInputStream(channel)) {
            return channel.size() > most ? Optional.empty() : Optional.of(in.readNBytes(most));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Makes a file that was not there; false when it is there, whoever made it. */
    public boolean create(String name, byte[] bytes) throws IOException {
        try {
            fill(Path.of(name), bytes);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Whether others than the user may read a file, or change it. */
    public boolean isOpenToOthers(String name) throws IOException {
        return folder
                .getFileAttributeView(Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .permissions()
                .stream()
                .anyMatch(permission -> !OWN_FILE.contains(permission));
    }

    /** Deletes a file, where it is there; a link, not what it points at. */
    public void delete(String name) throws IOException {
        try {
            folder.deleteFile(Path.of(name));
        } catch (NoSuchFileException e) {
            // As was wanted.
        }
    }

    /** Writes a file beside its place and puts it there by one rename. */
    public void write(String name, byte[] bytes) throws IOException {
        Path hidden = Path.of(HIDDEN + UUID.randomUUID());
        fill(hidden, bytes);
        folder.move(hidden, folder, Path.of(name));
    }

    private void fill(Path name, byte[] bytes) throws IOException {
        try (SeekableByteChannel channel = folder.newByteChannel(
                name,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWN_FILE))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /**
     * Deletes all files but the newest, and all that is half written: it was left by a process that died, or else another process keeps
     * its entry the next time.
     */
    public void keepNewest(int count) throws IOException {
        List<Entry> files = new ArrayList<>();
        try {
            for (Path file : folder) {
                Path name = file.getFileName();
                if (name.toString().startsWith(HIDDEN)) {
                    folder.deleteFile(name);
                    continue;
                }
                BasicFileAttributeView view =
                        folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                files.add(new Entry(name, view.readAttributes().lastModifiedTime()));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(Entry::modified).reversed().thenComparing(Entry::name));
        for (Entry old : files.subList(Math.min(count, files.size()), files.size())) {
            folder.deleteFile(old.name());
        }
    }

    private record Entry(Path name, FileTime modified) {}

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
