package org.headroom.rules.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;

/**
 * The files of a policy that decide results, in memory: {@code policy.yaml}, {@code weights.yaml}, {@code criteria/*.yaml}, {@code overlay/*.yaml}, {@code parameters/*.yaml} and
 * {@code drl/*.drl}, sorted by path. Examples under {@code spec} are read apart, as they change no result. Links are refused, and no
 * file or folder may be larger than a policy has reason to be.
 */
public final class PolicyFolder {
    private static final long MAX_BYTES = 1 << 20;
    private static final int MAX_FILES = 500;

    private static final String SETTINGS = "policy.yaml";

    /** Rule files, and decision tables by the endings that Drools has for them. */
    private static final List<String> RULE_ENDINGS = List.of(".drl", ".drl.csv", ".drl.xlsx");

    /** What steers a terminal or turns the order of what is shown, or what no UTF-8 has. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** What Excel keeps beside a workbook while it is open. */
    private static final String LOCK = "~$";

    private final Path folder;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private PolicyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the files.
     *
     * @throws HeadroomException of family POLICY when the folder has no policy.yaml; EXTERNAL when it cannot be read
     */
    public static PolicyFolder read(Path folder, Problems problems) {
        PolicyFolder read = new PolicyFolder(folder);
        if (!Files.exists(folder.resolve(SETTINGS), LinkOption.NOFOLLOW_LINKS)) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "there is no policy.yaml in " + folder,
                    "give the folder of a policy, such as rules/policy");
        }
        read.addPlain(SETTINGS, problems);
        if (Files.exists(folder.resolve("weights.yaml"), LinkOption.NOFOLLOW_LINKS)) {
            read.addPlain("weights.yaml", problems);
        }
        for (String part : List.of("criteria", "overlay", "parameters")) {
            list(folder, part, List.of(".yaml"), problems).forEach(file -> read.add(file, problems));
        }
        list(folder, "drl", RULE_ENDINGS, problems).forEach(file -> read.add(file, problems));
        PolicyEntries.check(folder, problems);
        return read;
    }

    private void addPlain(String name, Problems problems) {
        if (Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            add(folder.resolve(name), problems);
        } else {
            problems.add(name, 0, "is not a plain file; links and folders are not followed here");
        }
    }

    /** The files of a sub-folder with one of some name endings, sorted; none when the sub-folder is missing. Other endings are problems. */
    public static List<Path> list(Path folder, String part, List<String> endings, Problems problems) {
        Path sub = folder.resolve(part);
        if (!Files.isDirectory(sub, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(sub, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(part, 0, "is not a folder of the policy's own; links and files are not followed here");
            }
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(sub)) {
            for (Path entry : entries.sorted().toList()) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(LOCK)) {
                    continue;
                }
                if (HIDDEN.matcher(name).find()) {
                    problems.add(
                            part + "/" + HIDDEN.matcher(name).replaceAll("?"),
                            0,
                            "the name of the file has characters that cannot be seen, shown here as ?; give it a plain one");
                } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    problems.add(part + "/" + name, 0, "is not a plain file; links and folders are not followed here");
                } else if (name.startsWith(".")) {
                    hidden(part + "/" + name, endings, problems);
                } else if (endings.stream().anyMatch(name::endsWith)) {
                    found.add(entry);
                } else if (!name.endsWith("~")) {
                    problems.add(
                            part + "/" + name, 0, "is not used: the name must end in " + String.join(" or ", endings));
                }
            }
        } catch (IOException e) {
            throw new HeadroomException(FailureFamily.EXTERNAL, "cannot list " + sub + ": " + e.getMessage(), "", e);
        }
        return found;
    }

    /** A run keeps no hidden file, and nobody who looks at the folder sees one, so none decides anything. */
    private static void hidden(String path, List<String> endings, Problems problems) {
        if (endings.stream().anyMatch(path::endsWith)) {
            problems.add(PolicyProblem.error(path, 0, "is a hidden file, and such ones are not used")
                    .withAdvice("give it a name without a dot in front, or delete it"));
        } else {
            problems.add(PolicyProblem.warning(path, 0, "is a hidden file; it is not used"));
        }
    }

    private void add(Path file, Problems problems) {
        String path = relative(folder, file);
        if (files.size() == MAX_FILES) {
            problems.add(path, 0, "a policy may have at most " + MAX_FILES + " files");
        } else if (files.size() < MAX_FILES) {
            files.put(path, bytes(file, path, problems));
        }
    }

    /** Path of a file within a folder, with forward slashes on every system. */
    public static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The bytes of a file; none and a problem when it is too large. */
    public static byte[] bytes(Path file, String path, Problems problems) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(
                        path, 0, "the file has " + Files.size(file) + " bytes, at most " + MAX_BYTES + " are read");
                return new byte[0];
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new HeadroomException(FailureFamily.EXTERNAL, "cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }

    /** Text of UTF-8 bytes; empty and a problem when they are not UTF-8. */
    public static String text(byte[] bytes, String path, Problems problems) {
        if (isUtf16(bytes)) {
            problems.add(PolicyProblem.error(path, 0, "the file is not UTF-8 but UTF-16, as \"Unicode text\" is saved")
                    .withAdvice("save it as UTF-8, a table as CSV UTF-8"));
            return "";
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(from, to, true).isError()) {
            return to.flip().toString();
        }
        String good = to.flip().toString();
        problems.add(PolicyProblem.error(
                        path,
                        1 + (int) good.chars().filter(c -> c == '\n').count(),
                        good.isEmpty()
                                ? "the file is not UTF-8: it begins with the byte 0x%02X".formatted(bytes[0])
                                : "the file is not UTF-8: behind \""
                                        + HIDDEN.matcher(good.substring(
                                                        Math.max(good.lastIndexOf('\n') + 1, good.length() - 20)))
                                                .replaceAll("?")
                                        + "\" stands the byte 0x%02X, a letter of another encoding"
                                                .formatted(bytes[from.position()]))
                .withAdvice("save it as UTF-8"));
        return "";
    }

    /** By its mark, or by the empty half of its first letter. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] & bytes[1] & 0xFF) == 0xFE || (bytes[0] == 0) != (bytes[1] == 0));
    }

    /** The same files with other texts in place of some. */
    public PolicyFolder with(Map<String, String> texts) {
        PolicyFolder changed = new PolicyFolder(folder);
        changed.files.putAll(files);
        texts.forEach((path, text) -> changed.files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return changed;
    }

    /** Paths that begin with a prefix, sorted. */
    public List<String> paths(String prefix) {
        return files.keySet().stream().filter(p -> p.startsWith(prefix)).toList();
    }

    /** The bytes of a file; none when there is no such file. */
    public byte[] bytes(String path) {
        return files.getOrDefault(path, new byte[0]).clone();
    }

    public String text(String path, Problems problems) {
        return text(bytes(path), path, problems);
    }

    /** SHA-256 in hex over each path, its length and its bytes, sorted by path, and a salt such as the engine's version. */
    public String digest(String salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
