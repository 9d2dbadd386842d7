package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.cli.option.PolicyOption;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files as people wrote them, beside the shipped rules, where the folder of inputs is at hand. */
class SlipFilesTest {
    @TempDir
    private Path temp;

    @Test
    void eachIsAcceptedOrGetsOneMessage() throws Exception {
        String data = System.getenv("HEADROOM_DATA");
        Path slips = Path.of(data == null ? "../../../shared/data" : data).resolve("../inputs/policy/slips");
        assumeTrue(Files.isDirectory(slips), "no folder of rule files as people write them");
        Path policy = PolicyFolderCopy.in(temp.resolve("p")).folder();
        Vocabulary vocabulary = PolicyOption.vocabulary(
                CommandRun.surroundings(PolicyFolderCopy.HOME, new StringWriter(), new StringWriter()));
        try (Stream<Path> files = Files.list(slips)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, policy.resolve("drl/slip.drl"));
                List<PolicyProblem> found = Policy.check(policy, vocabulary).stream()
                        .filter(PolicyProblem::isError)
                        .toList();
                Files.delete(policy.resolve("drl/slip.drl"));
                assertThat(found).as(file.toString()).hasSizeLessThan(2);
                assertThat(found).allSatisfy(problem -> assertThat(problem.text())
                        .doesNotContain("[ERR", "viable", "mismatched", "Exception"));
            }
        }
    }
}
