package org.headroom.rules.file;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.Problems;

/**
 * The file {@code approval.yaml} of a policy folder: who approved which files. It is as trustworthy as the folder: whoever may write there may
 * approve. A policy that was changed since is not approved. Immutable.
 *
 * @param digest digest of the folder as it is
 * @param all the approvals in the order of the file
 */
public record Approvals(String digest, List<Approval> all) {
    /** Name of the file. */
    public static final String FILE = "approval.yaml";

    public Approvals {
        all = List.copyOf(all);
    }

    /**
     * Reads them; none when there is no such file.
     *
     * @throws HeadroomException of family POLICY when the file cannot be understood, or the folder is none of a policy
     */
    public static Approvals read(Path policyFolder) {
        Problems problems = new Problems();
        String digest = digest(policyFolder);
        Path file = policyFolder.resolve(FILE);
        List<Approval> all = new ArrayList<>();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String text = PolicyFolder.text(PolicyFolder.bytes(file, FILE, problems), FILE, problems);
            PolicyYaml.read(FILE, text, "approval", problems)
                    .ifPresent(root -> root.at("approvals").items().forEach(one -> all.add(approval(one))));
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(FILE, 0, "is not a plain file; links and folders are not followed here");
        }
        problems.throwIfAny(policyFolder.toString());
        return new Approvals(digest, all);
    }

    private static Approval approval(PolicyYaml one) {
        return new Approval(
                one.at("policy").text(),
                one.at("version").text(),
                one.at("digest").text(),
                one.at("approvedBy").text(),
                one.at("date").text(),
                one.at("note").text());
    }

    /** SHA-256 in hex over the files of a policy that decide results, whatever the version of Headroom. */
    public static String digest(Path policyFolder) {
        return PolicyFolder.read(policyFolder, new Problems()).digest("");
    }

    /** The latest approval of the folder as it is; empty when it has none. */
    public Optional<Approval> inForce() {
        return all.stream().filter(one -> one.digest().equals(digest)).reduce((first, second) -> second);
    }

    /**
     * Refuses a folder that nobody approved as it is.
     *
     * @throws HeadroomException of family POLICY
     */
    public static void require(Path policyFolder) {
        Approvals approvals = read(policyFolder);
        if (approvals.inForce().isEmpty()) {
            String last = approvals.all.isEmpty()
                    ? "there is no approval of it in " + FILE
                    : "it was changed since "
                            + approvals.all.get(approvals.all.size() - 1).approvedBy()
                            + " approved version "
                            + approvals.all.get(approvals.all.size() - 1).version() + " on "
                            + approvals.all.get(approvals.all.size() - 1).date();
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "the project asks for an approved policy, but the one in " + policyFolder + " is not: " + last,
                    "Have somebody approve it as it is now: headroom rules approve " + policyFolder + " --by NAME");
        }
    }

    /** The text of the file with one more approval. */
    public String textWith(Approval added) {
        StringBuilder text = new StringBuilder(
                "# Written by \"headroom rules approve\". An approval holds for the files of its digest only.\napprovals:\n");
        List<Approval> more = new ArrayList<>(all);
        more.add(added);
        for (Approval one : more) {
            text.append("  - policy: ").append(quoted(one.policy()));
            text.append("\n    version: ").append(quoted(one.version()));
            text.append("\n    digest: ").append(quoted(one.digest()));
            text.append("\n    approvedBy: ").append(quoted(one.approvedBy()));
            text.append("\n    date: ").append(quoted(one.date()));
            if (!one.note().isEmpty()) {
                text.append("\n    note: ").append(quoted(one.note()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
