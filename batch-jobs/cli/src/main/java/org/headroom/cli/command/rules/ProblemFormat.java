package org.headroom.cli.command.rules;

/** How problems of a policy are printed. */
enum ProblemFormat {
    /** One line a problem, as compilers write it. */
    TEXT,
    /** One JSON object a problem. */
    JSON,
    /** Workflow commands of GitHub Actions. */
    GITHUB,
    /** One SARIF 2.1.0 log. */
    SARIF
}
